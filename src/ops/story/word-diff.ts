import { diffWordsWithSpace } from 'diff'

/** A run of words that stayed, came or went. */
export interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Texts that differ in more words than this are shown as replaced: the search for the smallest difference is quadratic in it. */
const mostEdits = 1500
const longestText = 200_000

/** What changed between two texts, word by word. */
export function diffText(before: string, after: string): DiffPiece[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }]
  const parts =
    before.length + after.length > longestText
      ? undefined
      : diffWordsWithSpace(before, after, { maxEditLength: mostEdits })
  if (parts === undefined)
    return pieces([
      ['removed', before],
      ['added', after],
    ])
  return pieces(parts.map((part) => [part.added ? 'added' : part.removed ? 'removed' : 'same', part.value]))
}

function pieces(parts: readonly (readonly [DiffPiece['kind'], string])[]): DiffPiece[] {
  return parts.filter(([, text]) => text !== '').map(([kind, text]) => ({ kind, text }))
}

/** Shortens what stayed to a few words around each change; a cut shows as an ellipsis. */
export function contextOf(diff: readonly DiffPiece[], words = 8): DiffPiece[] {
  return diff.map((piece, at) => {
    if (piece.kind !== 'same') return piece
    const parts = piece.text.split(/(\s+)/)
    const kept = words * 2
    const first = at === 0
    const last = at === diff.length - 1
    if (parts.length <= kept * (first || last ? 1 : 2)) return piece
    const head = first ? [] : parts.slice(0, kept)
    const tail = last ? [] : parts.slice(-kept)
    return { kind: 'same', text: `${head.join('')} … ${tail.join('')}`.replace(/^ (?=…)|(?<=…) $/g, '') }
  })
}
