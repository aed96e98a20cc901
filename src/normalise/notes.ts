import { foldSpace } from './text.ts'

export interface SplitNotes {
  /** Paragraphs for readers. */
  readonly body: string[]
  /** What the desk was told, without a label of its own removed: "Eds: UPDATES: With comment." */
  readonly note?: string
}

// Eds:, (Eds: ...), EDITOR'S NOTE _, NDLR:, "Editors:", "Hinweis an die Redaktionen:", "Nota a los editores:"
const note =
  /^[\s([{^]{0,4}(?:(?:Eds?|EDS?|Editors?|EDITORS?)(?:\s?:|\.:)|(?:EDITOR|Editor)(?:['’]?S|['’]?s|S['’]|s['’])? ?(?:NOTE|Note|note)s?\b|(?:NOTE TO EDITORS|Note to (?:e|E)ditors)\b|NDLR\b|(?:Hinweis|Achtung),? (?:an die )?Redaktion(?:en)?\s?:|Nota (?:a los editores|del editor)\b|N\. ?de (?:la )?R\.)/
// how far down an editor's note may stand and still be one
const reach = 4

/**
 * Takes editor's notes out of the head of a story (AP: "Eds:" and "EDITOR'S NOTE"; AFP: "NDLR"). Only the first paragraphs
 * are looked at: further down an editor's note is part of the story.
 */
export function splitEditorialNotes(paragraphs: readonly string[]): SplitNotes {
  const body: string[] = []
  const notes: string[] = []
  paragraphs.forEach((paragraph, at) => {
    // a story that is nothing but its note stays a story
    if (at < reach && paragraphs.length > 1 && note.test(paragraph.slice(0, 60))) notes.push(foldSpace(paragraph))
    else body.push(paragraph)
  })
  if (body.length === 0 || notes.length === 0) return { body: [...paragraphs] }
  return { body, note: notes.join(' ') }
}

/** The same for a text whose paragraphs are parted by blank lines. */
export function splitEditorialNote(text: string): { text: string; note?: string } {
  const { body, note: found } = splitEditorialNotes(text.split(/\n\s*\n/))
  return { text: body.join('\n\n'), ...(found !== undefined && { note: found }) }
}
