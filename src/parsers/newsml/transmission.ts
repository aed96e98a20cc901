import { foldSpace } from '../../normalise/text.ts'
import { readTime } from '../../normalise/time.ts'
import type { DocumentTransmission } from '../parser.ts'

/** What an envelope says of its transmission, as printed. */
export interface Envelope {
  readonly id: string | undefined
  readonly sender: string | undefined
  /** The one service or product it belongs to, where senders number each for itself. */
  readonly service?: string | undefined
  readonly sentAt: string | undefined
  /** IANA zone of a time without one. */
  readonly zone: string | undefined
}

const longestName = 40

/**
 * The transmission number of NewsML 1 (NewsEnvelope/TransmissionId) and NewsML-G2 (header/transmitId). The standards ask
 * for an id and not for a number: most senders put a GUID, a tag or a time there, and only a plain number can be part of
 * a series. Whether the numbers of a sender are consecutive is for their reader to learn.
 */
export function readEnvelope({ id, sender, service, sentAt, zone }: Envelope): DocumentTransmission | undefined {
  const number = id?.trim()
  if (number === undefined || sender === undefined || !/^\d{1,9}$/.test(number)) return undefined
  const time = readTime(sentAt, zone === undefined ? {} : { zone })
  const names = [sender, service]
    .filter((name) => name !== undefined)
    .map((name) => foldSpace(name).slice(0, longestName))
  return {
    series: ['NewsML', ...names].join(' '),
    number: Number(number),
    ...(time === undefined ? {} : { sentAt: time.iso }),
  }
}
