/** A companion document of a receipt, as kept in its row. `digest` (hex) is absent while it is still to be fetched. */
export interface StoredCompanion {
  readonly role: string
  readonly url: string
  readonly digest?: string
  readonly contentType?: string
  readonly tries?: number
  /** Which state of an entry a page belongs to. */
  readonly mark?: string
  /** Taken along if it is known, never fetched. */
  readonly ifKnown?: boolean
  /** Why it cannot be had, as an error code; it is not waited for. */
  readonly refused?: string
}
