import { decodeEntities } from './entities.ts'
import { foldSpace } from './text.ts'

/** The paragraphs of a body text: parts between blank lines. */
export function paragraphsOf(bodyText: string): string[] {
  // a string is far quicker to split at than an expression
  const parts = bodyText.includes('\n\n\n') ? bodyText.split(/\n{2,}/) : bodyText.split('\n\n')
  return parts.filter((paragraph) => paragraph.trim() !== '')
}

/**
 * Takes whole paragraphs out of clean HTML: those `p` elements whose words are among `removed`. Others stay as they are,
 * and a paragraph that occurs twice goes as often as it was removed.
 */
export function dropParagraphs(html: string, removed: readonly string[]): string {
  if (removed.length === 0) return html
  const wanted = new Map<string, number>()
  for (const paragraph of removed) {
    const key = foldSpace(paragraph)
    wanted.set(key, (wanted.get(key) ?? 0) + 1)
  }
  // our own HTML: a p holds no p
  return html.replace(/<p>((?:[^<]|<(?!\/?p>))*)<\/p>/g, (whole, inner: string) => {
    const key = foldSpace(decodeEntities(inner.replace(/<br>/g, ' ').replace(/<[^<>]*>/g, '')))
    const left = wanted.get(key) ?? 0
    if (left === 0) return whole
    wanted.set(key, left - 1)
    return ''
  })
}

/** The members of `all` that `kept` lacks, each as often as it is lacking. */
export function missing(all: readonly string[], kept: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const member of kept) left.set(member, (left.get(member) ?? 0) + 1)
  return all.filter((member) => {
    const count = left.get(member) ?? 0
    if (count === 0) return true
    left.set(member, count - 1)
    return false
  })
}
