/** What the times of a document are read with. */
export interface ReadingOptions {
  /** IANA zone of times without one. */
  readonly zone?: string
  readonly receivedAt?: string
}
