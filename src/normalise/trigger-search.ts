import { foldSpace } from './text.ts'

/** Looks for some words where the words of a text begin: "kill" in "skills" is none. */
export interface TriggerSearch {
  /** Whether any stands in a text as it came: in either case, its blanks not folded yet. */
  isIn(text: string): boolean
  /** Those in a folded text in lower case. */
  findIn(lower: string): ReadonlySet<string>
}

/** How far a trigger with blanks between its words may reach before they are folded. */
const longest = 40

/** Triggers are in lower case and begin with one of the 26 letters; a blank at the end belongs to them. */
export function searchFor(triggers: readonly string[]): TriggerSearch {
  const known = [...new Set(triggers)]
  // one native search for all of them: most texts of a wire hold none
  const candidate = new RegExp(
    `(?:^|[^a-z])(?:${known.map((trigger) => trigger.trim().replaceAll(' ', String.raw`[\s\u180e\u200b\u2060]+`)).join('|')})`,
    'gi',
  )

  /** The first place from `from` on where one may begin, or -1. */
  const next = (text: string, from: number): number => {
    candidate.lastIndex = from
    const found = candidate.exec(text)
    if (found === null) return -1
    // at the very beginning no other character stands before it
    return isLetter(text.charCodeAt(found.index)) ? found.index : found.index + 1
  }

  return {
    isIn(text) {
      for (let at = next(text, 0); at >= 0; at = next(text, at + 1)) {
        if (at > 0 && isInWord(text.charCodeAt(at - 1))) continue
        const here = text.slice(at, at + longest).toLowerCase()
        const folded = foldSpace(here)
        if (known.some((trigger) => here.startsWith(firstWord(trigger)) && folded.startsWith(trigger.trim())))
          return true
      }
      return false
    },
    findIn(lower) {
      const found = new Set<string>()
      for (let at = next(lower, 0); at >= 0; at = next(lower, at + 1)) {
        if (at > 0 && isInWord(lower.charCodeAt(at - 1))) continue
        for (const trigger of known) if (lower.startsWith(trigger, at)) found.add(trigger)
      }
      return found
    },
  }
}

/** Blanks may be folded later, so only a trigger's first word is compared as it stands. */
function firstWord(trigger: string): string {
  const blank = trigger.indexOf(' ')
  return blank < 0 ? trigger : trigger.slice(0, blank)
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function isInWord(code: number): boolean {
  return isLetter(code) || code >= 0xc0
}
