import type { Dateline } from '../story/item.ts'

/** A dateline found before a text, with what stands in it besides. */
export interface FoundDateline {
  readonly dateline: Dateline
  /** The tag as printed: "AP", "dpa". */
  readonly agency?: string
  /** Characters of the paragraph that the dateline takes, separator and blanks included. */
  readonly length: number
  /** Who reports, where the dateline says it, as printed: "记者林晓舟", "한가람 기자". */
  readonly byline?: string
}
