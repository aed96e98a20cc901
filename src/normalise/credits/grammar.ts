import { agencies } from './agencies.ts'
import type { Agency } from './agencies.ts'
import { creditWords } from './words.ts'

/** What a credit line says. */
export interface CreditReading {
  readonly photographers: readonly string[]
  /** Known agencies in the order printed. */
  readonly agencies: readonly string[]
  readonly flags: readonly string[]
  /** A label ("Photo:", "©") or an agency vouches for the credit. */
  readonly labelled: boolean
  readonly strongAgency: boolean
}

type Kind = 'agency' | 'label' | 'flag' | 'connector' | 'name' | 'number' | 'separator' | 'other'

interface Piece {
  readonly kind: Kind
  readonly text: string
  readonly value?: string
  readonly outlet?: boolean
}

/** A credit longer than this is prose. */
const maxPieces = 40

const exactForms = new Map<string, Agency>()
const foldedForms = new Map<string, Agency>()
let longestForm = 1
for (const agency of agencies) {
  for (const form of [...(agency.exact ?? [])]) exactForms.set(form, agency)
  for (const form of [...(agency.forms ?? [])]) foldedForms.set(form, agency)
  for (const form of [...(agency.exact ?? []), ...(agency.forms ?? [])])
    longestForm = Math.max(longestForm, form.split(' ').length)
}
const labels = new Set(creditWords.flatMap((words) => words.labels))
const connectors = new Set(creditWords.flatMap((words) => words.connectors))
const flagWords = new Map(creditWords.flatMap((words) => Object.entries(words.flags)))

const lexer = /[/|,;:()[\]©®•·…]|\.{3}|[–—]|(?<=\s)-(?=\s)|[^\s/|,;:()[\]©®•·…–—]+/gu
const initial = /^(?:\p{Lu}\.)+(?:-?\p{Lu}\.)*$/u
const capitalised = /^['’"“«]?(?:\p{Lu}|\p{Lo})[\p{L}\p{M}'’.\-"”»]*$/u
const particle = /^(?:de|del|della|di|da|dos|van|von|der|den|el|al|bin|ibn|le|la|du|ter|af|zu)$/iu

function classify(words: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (/^(?:[/|,;:()[\]•·…–—-]|\.{3})$/u.test(word)) {
      pieces.push({ kind: 'separator', text: word })
      continue
    }
    if (word === '©' || word === '®') {
      pieces.push({ kind: 'label', text: word })
      continue
    }
    const found = agencyAt(words, at)
    if (found) {
      pieces.push({
        kind: 'agency',
        text: words.slice(at, at + found.length).join(' '),
        value: found.agency.name,
        outlet: found.agency.outlet === true,
      })
      at += found.length - 1
      continue
    }
    const bare = word.replace(/[.!]+$/u, '').replace(/['’]s$/u, '')
    const folded = bare.toLowerCase()
    const flag = flagWords.get(folded)
    if (flag) pieces.push({ kind: 'flag', text: word, value: flag })
    else if (labels.has(folded)) pieces.push({ kind: 'label', text: word })
    else if (/^\p{N}+$/u.test(bare)) pieces.push({ kind: 'number', text: word })
    else if (connectors.has(folded) || particle.test(bare)) pieces.push({ kind: 'connector', text: word })
    else if (capitalised.test(word) || initial.test(word)) pieces.push({ kind: 'name', text: word })
    else pieces.push({ kind: 'other', text: word })
  }
  return pieces
}

/** The longest agency name that starts at this word. */
function agencyAt(words: readonly string[], at: number): { agency: Agency; length: number } | undefined {
  for (let length = Math.min(longestForm, words.length - at); length > 0; length--) {
    const form = words
      .slice(at, at + length)
      .join(' ')
      .replace(/[.'’]+$/u, '')
    const agency = exactForms.get(form) ?? exactForms.get(`${form}.`) ?? foldedForms.get(form.toLowerCase())
    if (agency) return { agency, length }
  }
  return undefined
}

/** Reads a candidate; undefined when it is prose. */
export function readCredit(candidate: string): CreditReading | undefined {
  const words = candidate.match(lexer) ?? []
  if (words.length === 0 || words.length > maxPieces) return undefined
  const pieces = classify(words)
  const courtesy = pieces.some((piece) => piece.value === 'courtesy')
  const copyright = pieces.some((piece) => piece.kind === 'label' && /©|copyright/iu.test(piece.text))
  let names: string[] = []
  const runs: string[] = []
  const found: string[] = []
  const flags: string[] = []
  let labelled = false
  let strongAgency = false
  let outlet = false
  const close = (): void => {
    if (names.length > 0) runs.push(names.join(' '))
    names = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'other' && !courtesy) return undefined
    if (piece.kind === 'number' && !copyright) return undefined
    if (piece.kind === 'name') names.push(piece.text)
    else if (piece.kind === 'connector' && names.length > 0 && particle.test(piece.text)) names.push(piece.text)
    else close()
    if (piece.kind === 'agency') {
      found.push(piece.value!)
      if (piece.outlet === true) outlet = true
      else strongAgency = true
    }
    if (piece.kind === 'label') labelled = true
    if (piece.kind === 'flag') {
      flags.push(piece.value!)
      if (piece.value === 'courtesy') labelled = true
    }
  }
  close()
  if (!labelled && !strongAgency && !outlet) return undefined
  const photographers = runs.filter((run) => isPerson(run)).map((run) => trimName(run))
  return { photographers, agencies: [...new Set(found)], flags: [...new Set(flags)], labelled, strongAgency }
}

const organisation =
  /\b(?:office|police|department|newspaper|times|post|news|media|service|press|agency|university|ministry|museum|studios?|pictures|tv|television|herald|tribune|journal|sheriff|county|committee|government|center|centre|institute|club|live|rights|reserved|all|inc|ltd|gmbh|ag)\b/iu

function isPerson(run: string): boolean {
  const words = run.split(' ').length
  return words >= 2 && words <= 5 && !organisation.test(run)
}

function trimName(run: string): string {
  return run
    .replace(/^['"“«]+/u, '')
    .replace(/(?:['’]s|["”»])$/u, '')
    .replace(/(?<=\p{Ll}\p{Ll})\.$/u, '')
}
