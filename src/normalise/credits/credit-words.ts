/** What kind of picture a credit speaks of. `illustration` is a symbolic or stock picture, not one of the event. */
export type CreditFlag = 'file' | 'pool' | 'handout' | 'courtesy' | 'illustration'

/**
 * The words of credit lines in one language, folded to lower case.
 *
 * A single string lists words parted by blanks; phrases stand in lists of their own.
 */
export interface CreditWords {
  /** Words that announce a credit when a colon, "by" or a name follows: "photo", "foto", "bildquelle". */
  readonly labels: string
  /** Words that only occur as credit labels, so that they need no colon: "photographer", "bildnachweis". */
  readonly strongLabels: string
  /** What joins the label to the name: "by", "von", "par". */
  readonly by: string
  /** Other words that may stand inside a credit and prove nothing. */
  readonly connectors: string
  /** Word to flag. */
  readonly flags: Readonly<Partial<Record<CreditFlag, string>>>
  /** Whole remarks that stand in brackets or alone: "file photo", "photo d'illustration". */
  readonly remarks: Readonly<Partial<Record<CreditFlag, readonly string[]>>>
}
