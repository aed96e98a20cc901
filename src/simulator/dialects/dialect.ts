import type { WireEvent } from '../wire/event.ts'
import { filingOf } from './filing.ts'
import type { Filing } from './filing.ts'

/** How another agency writes the filings of the day. */
export interface Dialect {
  readonly name: string
  /** Whether the agency has words for such a filing. Of a chain it must have words for all. */
  carries(filing: Filing): boolean
  /** The story's id, as it will stand in the database. */
  uriOf(filing: Filing): string
  /** The captions that go along. */
  captionsOf(filing: Filing): Filing['captions']
  /** One item of the agency's API. */
  write(filing: Filing): Readonly<Record<string, unknown>>
}

/** A filing in the words of an agency: for the oracle an event like any other. */
export interface TranslatedEvent extends WireEvent {
  readonly envelope: Readonly<Record<string, unknown>>
  readonly filing: Filing
}

/** The day as one agency would have sent it. */
export interface Edition {
  /** What the agency sends of the day: what `expectedState` is to be asked about. */
  readonly events: readonly TranslatedEvent[]
  /** A filing of the day in the agency's words; undefined when it has none. */
  of(event: WireEvent): TranslatedEvent | undefined
}

/** Filings every agency has words for: stories and pictures, not AP's own notices, and texts only with their text. */
function isPlain({ event, type, paragraphs, tables, captions }: Filing): boolean {
  const { intent } = event
  if (intent.outcome !== 'stored' || intent.barred !== undefined || intent.statusOpen === true) return false
  return type === 'text' ? paragraphs.length + tables.length > 0 : type !== 'picture' || captions.length > 0
}

/**
 * Translates a day. A chain of which the dialect lacks a part is left out as a whole, because its end would not be the
 * one the script means; what the script meant to be refused is left out by itself.
 */
export function translate(events: readonly WireEvent[], dialect: Dialect): Edition {
  const filings = events.filter(({ intent }) => intent.outcome === 'stored').map(filingOf)
  const mute = new Set(
    filings.filter((filing) => !isPlain(filing) || !dialect.carries(filing)).map(({ itemid }) => itemid),
  )
  const translated = new Map<WireEvent, TranslatedEvent>()
  for (const filing of filings) {
    if (!mute.has(filing.itemid)) translated.set(filing.event, translateOne(filing, dialect))
  }
  return { events: [...translated.values()], of: (event) => translated.get(event) }
}

function translateOne(filing: Filing, dialect: Dialect): TranslatedEvent {
  const uri = dialect.uriOf(filing)
  const { event } = filing
  return {
    atSeconds: event.atSeconds,
    itemid: uri,
    version: filing.version,
    etag: `${uri}@${filing.version}`,
    envelope: dialect.write(filing),
    filing,
    intent: { ...event.intent, captions: dialect.captionsOf(filing) },
  }
}
