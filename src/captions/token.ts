/** One word of a caption, as far as comparing needs it. */
export interface CaptionToken {
  /** Folded, without possessive and plural, short forms written out. */
  readonly form: string
  /** Began with a capital in a caption that is not all capitals. */
  readonly capital: boolean
  readonly kind: 'content' | 'function' | 'negation' | 'number' | 'position'
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
