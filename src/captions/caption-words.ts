/**
 * The words of captions in one language, folded to lower case and without accents, parted by blanks. A word counts
 * only in captions of its own language where languages disagree ("die" in German and English), which is why each set
 * belongs to one language.
 */
export interface CaptionWords {
  /** Twelve entries; forms of one month parted by "|": "january|jan"; "-" for one that is no word of its own. */
  readonly months: string
  /** Seven entries from Sunday; "-" for one that means something else as often. */
  readonly weekdays: string
  /** Articles, prepositions, conjunctions, auxiliaries: they carry no fact of their own. */
  readonly functionWords: string
  /** One more or less of these turns a sentence round. */
  readonly negations: string
  /** Pairs "from|into": a caption that changes one into the other tells of something else. */
  readonly opposites: string
  /** "as", "while": behind them stands what the picture shows beside. */
  readonly subordinators: string
  /** Number words from two to twelve (one, as an article, proves nothing): "two|2". */
  readonly numbers: string
  /** "left", "right": they move only when the persons do. */
  readonly positions: string
  /** Short form to full form: "gov|governor". */
  readonly shortForms: string
  /** Words about the picture, not about what it shows: "photo", "archivbild". */
  readonly pictureWords: string
  /** Words with weight that are of this language and of none of its neighbours: they tell it, and stay words. */
  readonly tellingWords?: string
}
