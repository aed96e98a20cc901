/** One word of a caption, as far as comparing needs it. */
export interface CaptionToken {
  /** Folded, without possessive and plural, short forms written out. */
  readonly form: string
  /** Began with a capital in a caption that is not all capitals. */
  readonly capital: boolean
  /** `picture` words speak of the picture and not of what it shows: "photo", "archivbild". */
  readonly kind: 'content' | 'function' | 'negation' | 'number' | 'position' | 'picture'
  /** Number of the sentence it stands in. */
  readonly sentence: number
  /** "Vindman's": what follows belongs to it. */
  readonly possessive: boolean
  /** What stands before it: a colon, bar, dash or line end, or nothing of note. */
  readonly before: '' | ':' | '|' | '-' | ','
}

/** A date with what the caption says of it; `year`, `month`, `day` absent when it does not. */
export interface CaptionDate {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

/** True for words that carry a fact: no function word, no word about the picture itself. */
export const hasWeight = (token: CaptionToken): boolean => token.kind !== 'function' && token.kind !== 'picture'

/** Weight in words; single characters of scripts without blanks count half, two make a word. */
export function weigh(tokens: readonly CaptionToken[]): number {
  let weight = 0
  for (const token of tokens) if (hasWeight(token)) weight += isCharacter(token) ? 0.5 : 1
  return weight
}

const isCharacter = ({ form }: CaptionToken): boolean => form.length === 1 && form.charCodeAt(0) >= 0xe00
