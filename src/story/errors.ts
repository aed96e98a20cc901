/**
 * Every fault Writethru can name. The table is documentation (docs/errors.md is generated from it), is exported by the
 * library, and is what quarantine, logs, metrics and the command line show.
 *
 * Retry classes:
 *   retry       a passing fault: tried again with backoff, no hand needed
 *   snooze      the other side asked for time: tried again when it said
 *   quarantine  this input can never be processed as it is: kept with its raw bytes, shown, counted
 *   fatal       the process or the configuration cannot go on: a person is needed
 */
export type RetryClass = 'retry' | 'snooze' | 'quarantine' | 'fatal'

export interface ErrorDefinition {
  readonly retry: RetryClass
  /** What happened, one sentence. */
  readonly summary: string
  /** What the person who reads it should do next. */
  readonly nextStep: string
}

const define = (retry: RetryClass, summary: string, nextStep: string): ErrorDefinition => ({ retry, summary, nextStep })

export const errorTable = {
  // parsing
  'parse.unknown-format': define(
    'quarantine',
    'No parser recognises the document.',
    'Look at the raw bytes (`writethru quarantine show ID --raw`). If it is news, open an issue with an invented twin of it; if not, narrow the feed.',
  ),
  'parse.empty': define(
    'quarantine',
    'The document holds no bytes, or only white space.',
    'Check whether the source writes its files in two steps; if it does, let it rename them when they are whole.',
  ),
  'parse.malformed': define(
    'quarantine',
    'The document breaks the rules of its own format and no documented repair applies.',
    'The detail names the position. Ask the agency to send it again, or retry after an upgrade.',
  ),
  'parse.truncated': define(
    'quarantine',
    'The document ends before it is complete.',
    'Usually a cut transfer: the source offers it again. If it recurs, check the transport.',
  ),
  'parse.too-large': define(
    'quarantine',
    'The document is larger than the limit for its kind.',
    'Raise `limits.captureBytes` if the agency really sends documents of this size.',
  ),
  'parse.too-deep': define(
    'quarantine',
    'The document nests deeper, or has more parts, than any honest document.',
    'Treat the source with suspicion; look at the raw bytes before a retry.',
  ),
  'parse.time-limit': define(
    'quarantine',
    'Parsing took longer than its limit and was stopped.',
    'Look at the raw bytes; report the document as a defect of the parser.',
  ),
  'parse.memory-limit': define(
    'quarantine',
    'Parsing needed more memory than its limit and was stopped.',
    'Look at the raw bytes; report the document as a defect of the parser.',
  ),
  'parse.no-items': define(
    'quarantine',
    'The document is well formed but holds nothing that could be an item.',
    'Check that the feed address is the one with the stories.',
  ),
  'parse.no-identity': define(
    'quarantine',
    'An item carries nothing from which a stable identity could be made.',
    'Look at the raw bytes; ask the agency for an id.',
  ),
  'parse.unsupported': define(
    'quarantine',
    'The format is recognised, but this kind of document in it holds no news.',
    'Nothing to do unless you expected a story from it.',
  ),
  'parse.needs-base': define(
    'quarantine',
    'The document changes parts of an earlier revision and is no story without it (NewsML 1 Update U or A).',
    'Ask the agency to send whole revisions, or for the whole item again; a kill in this form is carried out all the same.',
  ),
  'parse.crashed': define(
    'quarantine',
    'The parser failed in a way it should not.',
    'Report it with the raw bytes: this is a defect of Writethru.',
  ),

  // configuration
  'config.invalid': define(
    'fatal',
    'The configuration has faults; every one of them is listed.',
    'Mend the keys the detail names; docs/configuration.md describes each of them.',
  ),
  'config.secret-missing': define(
    'fatal',
    'A secret that the configuration names is set neither in the environment nor as a file.',
    'Set the variable, or the variable with _FILE to the path of a file that holds it.',
  ),

  // sources
  'source.network': define(
    'retry',
    'The source could not be reached, or the connection broke.',
    'Nothing at once: it is tried again with growing pauses. If it lasts, check name, network and firewall.',
  ),
  'source.timeout': define(
    'retry',
    'The source did not finish its answer before the deadline.',
    'Nothing at once: it is tried again. If it lasts, ask the agency.',
  ),
  'source.server-error': define(
    'retry',
    'The source answered with a fault of its own (5xx).',
    'Nothing at once: it is tried again. If it lasts, ask the agency.',
  ),
  'source.rate-limited': define(
    'snooze',
    'The source asked for fewer requests (429 or 503 with Retry-After).',
    'Nothing: the next poll waits as asked. If it recurs, widen the interval or ask for a larger quota.',
  ),
  'source.unauthorized': define(
    'snooze',
    'The source refused the credentials (401 or 403).',
    'Check the key and what it is entitled to; then `writethru feeds poll NAME`.',
  ),
  'source.not-found': define(
    'snooze',
    'The address does not exist at the source (404).',
    'Check the address of the feed.',
  ),
  'source.gone': define(
    'fatal',
    'The source said the feed is gone for good (410).',
    'The feed was paused. Find its new address, or remove it.',
  ),
  'source.bad-answer': define(
    'retry',
    'The answer is not what this source sends: an HTML page, cut JSON, an empty body.',
    'The cursor stayed where it was. If it recurs, look at the raw answer: a captive portal or a changed address.',
  ),
  'source.cursor-expired': define(
    'retry',
    'The source no longer knows where we were.',
    'A gap was recorded and the feed starts again from its overlap; see `writethru status`.',
  ),
  'source.too-large': define(
    'snooze',
    'The answer is larger than the limit, compressed or not.',
    'Raise `responseBytes` in the settings of the feed if the source really sends so much.',
  ),
  'source.address-refused': define(
    'fatal',
    'The address leads to a private, local or otherwise forbidden network.',
    'If this is meant, allow it for this feed: `allowPrivate: true`, or `--allow-private` on the command line.',
  ),
  'source.resolution-refused': define(
    'snooze',
    'A name resolved to a private, local or otherwise forbidden network.',
    'Nothing if the name server erred: it is asked again with growing pauses. If the name is meant to lead there, allow it for this feed: `allowPrivate: true`.',
  ),
  'source.redirect-refused': define(
    'snooze',
    'The source redirects to a private, local or otherwise forbidden network, or to no web address.',
    'Usually a captive portal or a fault at the source: it is asked again with growing pauses. If it lasts, check the address of the feed.',
  ),
  'source.identity-refused': define(
    'snooze',
    'The server cannot prove who it is: its certificate or host key is not one that is trusted.',
    'No password was sent. Ask the agency, by another way than this connection, for the certificate or the fingerprint, and compare before you set it.',
  ),
  'source.too-many-redirects': define(
    'snooze',
    'The source redirects in a circle or too often.',
    'Check the address of the feed.',
  ),
  'source.robots-refused': define(
    'snooze',
    'The site asks programs not to fetch or keep this page (robots.txt, noarchive), or could not be asked.',
    'Nothing: the story keeps the text its feed carries. If the publisher agrees, ask them to allow Writethru.',
  ),
  'source.path': define(
    'retry',
    'A folder or file cannot be read, moved or written.',
    'Check that the path exists and that the process may read and move files in it.',
  ),

  // push
  'push.unknown-feed': define(
    'fatal',
    'A request was pushed to a feed that does not exist, or that is not of the kind push (404).',
    'Check the address the agency sends to: /in/ and the name of the feed.',
  ),
  'push.unsigned': define(
    'fatal',
    'A pushed request is not signed, or its signature fits none of the feed’s secrets (401). Nothing of it was kept.',
    'Compare the key with the agency’s; during a change list both under `secrets`. Repeated from strange addresses it is an attempt to get in.',
  ),
  'push.stale': define(
    'retry',
    'A pushed request was signed too long ago, or in the future (401). Nothing of it was kept.',
    'Check the sender’s clock; `toleranceSeconds` widens what is accepted.',
  ),
  'push.unreadable': define(
    'fatal',
    'A pushed request cannot be read: an empty body, broken compression, headers that contradict each other (400).',
    'The detail says what; the sender has to mend it.',
  ),
  'push.content-type': define(
    'fatal',
    'A pushed document is of a type the feed does not take (415).',
    'Add the type to `contentTypes` of the feed if it should come in.',
  ),
  'push.too-large': define(
    'fatal',
    'A pushed document is larger than the limit, as sent or as unpacked (413).',
    'Raise `documentBytes` of the feed, and `limits.captureBytes`, if the agency really sends documents of this size.',
  ),
  'push.cut': define(
    'retry',
    'A pushed request broke off, or its body took too long (408).',
    'Nothing: the sender tries again. If it lasts, look at the network, or raise `requestSeconds`.',
  ),
  'push.key-reused': define(
    'fatal',
    'The sender used one idempotency key for two documents (422). The first was stored, the second was not.',
    'The sender has to give every document a key of its own.',
  ),
  'push.rate-limited': define(
    'snooze',
    'A feed is pushed to more often than it may be (429 with Retry-After).',
    'Nothing: the sender waits. Raise `requestsPerMinute` of the feed if it is too little.',
  ),
  'push.busy': define(
    'snooze',
    'More documents are being received than the process holds at once (503 with Retry-After).',
    'Nothing: the sender waits. If it lasts, start further processes with the role http.',
  ),
  'push.paused': define(
    'snooze',
    'The feed that was pushed to is paused, or its settings cannot be used (503 with Retry-After). Nothing was taken.',
    '`writethru feeds resume NAME`; the log says when it was the settings.',
  ),

  // store and queue
  'store.unavailable': define(
    'retry',
    'PostgreSQL cannot be reached, is starting or is shutting down.',
    'Nothing at once: work resumes by itself. If it lasts, check DATABASE_URL and the server.',
  ),
  'store.conflict': define(
    'retry',
    'Two transactions got in each other’s way (40001, 40P01).',
    'Nothing: the batch is tried again.',
  ),
  'store.rejected': define(
    'quarantine',
    'PostgreSQL refuses a value of this item.',
    'Look at the detail; report it with the raw bytes.',
  ),
  'store.schema-old': define('fatal', 'The database schema is older than this program.', 'Run `writethru migrate`.'),
  'queue.unavailable': define(
    'retry',
    'The queue cannot be reached.',
    'Nothing at once: PostgreSQL holds all work and the sweep enqueues it again. If it lasts, check QUEUE_URL.',
  ),
  'queue.unsafe': define(
    'fatal',
    'The queue server may drop jobs by itself (maxmemory-policy is not noeviction).',
    'Set maxmemory-policy to noeviction.',
  ),
  'ingest.no-parser': define(
    'retry',
    'A process that parses ended before it began, or the worker was stopping.',
    'Nothing after a stop. Otherwise the detail says what it died of; usually the container has too little memory for `ingest.parsers` processes.',
  ),
  'ingest.poison': define(
    'quarantine',
    'The worker died several times on this document while it was alone in its batch.',
    'Report it with the raw bytes. `writethru quarantine retry ID` tries it again.',
  ),

  // embedded services
  'embedded.unsupported': define(
    'fatal',
    'There is no embedded PostgreSQL for this platform, or npm did not install it.',
    'Run `npm ci` without `--omit=optional`; on Alpine and other systems without glibc set DATABASE_URL to a server of your own.',
  ),
  'embedded.version': define(
    'fatal',
    'The data folder was written by another major version of PostgreSQL.',
    'Export with the program version that wrote it and import with this one, or set dataDirectory to a new folder.',
  ),
  'embedded.start': define(
    'fatal',
    'The embedded PostgreSQL could not be started.',
    'The detail says why; postgres.log in the data folder says more. DATABASE_URL chooses a server of your own.',
  ),
} as const satisfies Record<string, ErrorDefinition>

export type ErrorCode = keyof typeof errorTable

/** A fault with a code from the table. `detail` is safe to log and show: no secrets, no story text beyond a few words. */
export class WireError extends Error {
  readonly code: ErrorCode
  readonly detail: string
  /** For the class snooze: how long the other side asked us to wait. */
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, detail: string, options?: { cause?: unknown; retryAfterMs?: number }) {
    super(`${code}: ${detail}`, options?.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'WireError'
    this.code = code
    this.detail = detail
    this.retryAfterMs = options?.retryAfterMs
  }

  get retry(): RetryClass {
    return errorTable[this.code].retry
  }
}
