import type { Item } from '../story/item.ts'

/** Number an agency gave a transmission, and what it numbers. */
export interface TransmissionNumber {
  readonly series: string
  readonly number: number
}

/** ANPA: service letter, its case counts, and a number that restarts daily (ANPA 1312, AP's transref). */
const anpa = /^transmission reference ([A-Za-z]{1,3})(\d{3,5})$/
/** IPTC 7901, optional part of the header: the agency and its own number of the item, restarting daily. */
const iptc7901 = /^([A-Za-z]{2,8}) (\d{1,5})$/

/**
 * The transmission number an item carries among its notes. Only of lines that number everything they send; the AP Media
 * API quotes such references, too, but delivers a part of each service by design.
 */
export function readTransmission(format: string, item: Item): TransmissionNumber | undefined {
  const first = item.notes?.find((note) => (format === 'anpa' ? anpa.test(note) : true)) ?? ''
  const found = format === 'anpa' ? anpa.exec(first) : format === 'iptc7901' ? iptc7901.exec(first) : null
  if (found === null) return undefined
  const [, series = '', number] = found
  // The notebook's lines are notes, too, and "Room 1024" is no transmission.
  if (format === 'iptc7901' && series.toLowerCase() !== item.source?.toLowerCase()) return undefined
  return { series, number: Number(number) }
}
