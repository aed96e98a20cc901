/** What came back from one request, redirects followed, decompressed. */
export interface HttpAnswer {
  readonly status: number
  /** Names in lower case; several of one name joined by a comma. */
  readonly headers: ReadonlyMap<string, string>
  /** Decoded, at most the request's `maxBytes`. */
  readonly bytes: Buffer
  /** Where the answer came from in the end, without keys. */
  readonly url: string
  /** Where permanent redirects (301, 308) alone led, without keys; absent when there were none. */
  readonly movedTo?: string
}

/** The media type in lower case without parameters; empty when the answer names none. */
export function mediaType(answer: HttpAnswer): string {
  return (answer.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}
