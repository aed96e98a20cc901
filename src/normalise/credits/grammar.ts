import type { CreditFlag } from './credit-words.ts'
import { isParticle } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { isPerson, printName } from './people.ts'

/** What a credit line says. */
export interface CreditReading {
  readonly photographers: readonly string[]
  /** Known agencies first, then organisations that only the place after the slash betrays. */
  readonly agencies: readonly string[]
  readonly flags: readonly CreditFlag[]
  readonly label: boolean
  /** A wire service or picture house is named. */
  readonly wire: boolean
  /** Any known organisation is named. */
  readonly organisation: boolean
  readonly slash: boolean
  readonly nameWords: number
}

/** A credit longer than this is prose. */
const maxPieces = 44
const maxNameWords = 14
/** Scripts without capitals cannot tell a name from prose: only short runs may pass. */
const maxCaselessLetters = 24
const maxCourtesyWords = 7

/** What follows these words is the client or the house, not the photographer. */
const forWords = /^(?:for|via|vía|für|pour|para|per|voor|för|for|für|через|для|of|at)$/iu
const andWords = /^(?:and|&|und|y|et|e|en|och|og|ja|и|και)$/iu

/**
 * Reads a slice of pieces as a credit; undefined when it is prose. Every piece must be a name, a connector, a label, a
 * flag or an agency; lower-case words pass only behind "courtesy" or right behind a label ("Foto: privat").
 */
export function readCredit(pieces: readonly Piece[], from = 0, to = pieces.length): CreditReading | undefined {
  if (to <= from || to - from > maxPieces) return undefined
  const runs: { words: string[]; client: boolean; afterSlash: boolean }[] = []
  const agencies: string[] = []
  const outlets: string[] = []
  const flags = new Set<CreditFlag>()
  let words: string[] = []
  let client = false
  let afterSlash = false
  let label = false
  let copyright = false
  let slash = false
  let nameWords = 0
  let caselessLetters = 0
  let loose = 0
  let told = 0
  const close = (): void => {
    while (words.length > 0 && isParticle(words.at(-1)!)) words.pop()
    if (words.length > 0) runs.push({ words, client, afterSlash })
    words = []
  }
  for (let at = from; at < to; at++) {
    const piece = pieces[at]!
    switch (piece.kind) {
      case 'name':
        nameWords++
        words.push(piece.text)
        break
      case 'caseless':
        caselessLetters += piece.text.length
        words.push(piece.text)
        break
      case 'other':
        loose++
        close()
        if (runs.length > 0 && !runs.at(-1)!.client && isPerson(runs.at(-1)!.words)) told++
        break
      case 'number':
        if (!/^(?:19|20)\d\d\.?$/u.test(piece.text) && !copyright && !(words.length > 0 && label)) return undefined
        break
      case 'connector':
      case 'by':
        if (words.length > 0 && isParticle(piece.text) && !andWords.test(piece.text) && pieces[at + 1]?.kind === 'name')
          words.push(piece.text)
        else if (
          words.length === 0 &&
          isParticle(piece.text) &&
          piece.kind === 'connector' &&
          /^\p{Lu}/u.test(piece.text)
        )
          words.push(piece.text)
        else {
          close()
          if (!andWords.test(piece.text)) client = forWords.test(piece.text)
        }
        break
      case 'agency':
        close()
        if (piece.agency!.outlet === true) outlets.push(piece.agency!.name)
        else agencies.push(piece.agency!.name)
        break
      case 'label':
        close()
        label = true
        if (/©|ⓒ|copyright/iu.test(piece.text)) copyright = true
        break
      case 'flag':
        close()
        flags.add(piece.flag!)
        break
      default:
        close()
        if (/^[/／|｜–—-]+$/u.test(piece.text)) {
          slash = true
          afterSlash = true
        }
        client = false
    }
  }
  close()
  if (nameWords > maxNameWords || caselessLetters > maxCaselessLetters) return undefined
  const kind = flags.has('courtesy') || flags.has('handout')
  const looseAllowed = kind ? maxCourtesyWords : (label || agencies.length > 0) && to - from <= 8 ? 1 : 0
  if (loose > looseAllowed) return undefined
  // "Foto: privat Mayor Anna Weller opens the new pool": what is told of a person is the caption
  if (flags.has('handout') && !flags.has('courtesy') && told > 1) return undefined
  const people: string[] = []
  const houses: string[] = []
  for (const run of runs) {
    // "Jane Doe/Al Jazeera": with no known house, what follows the slash behind a person is the house
    const house = run.afterSlash && people.length > 0 && agencies.length === 0 && outlets.length === 0
    if (!run.client && !house && isPerson(run.words)) people.push(printName(run.words))
    else if (run.afterSlash || run.client) houses.push(run.words.join(' '))
  }
  const known = [...agencies, ...outlets]
  return {
    photographers: [...new Set(people)],
    agencies: known.length > 0 ? [...new Set(known)] : houses.slice(-1),
    flags: [...flags],
    label,
    wire: agencies.length > 0,
    organisation: known.length > 0,
    slash,
    nameWords,
  }
}
