import type { ItemOutcome } from '../store/prepared.ts'
import type { ItemResult, ReceiptResult } from '../store/read-receipts.ts'
import { safe } from './print/paint.ts'
import type { Style } from './print/paint.ts'
import { count } from './print/words.ts'
import { cut, padTo } from './print/width.ts'
import type { Terminal } from './verb.ts'

export type OutcomeCounts = Readonly<Record<ItemOutcome, number>>

const styles: Readonly<Record<ItemOutcome, Style>> = {
  new: 'green',
  revised: 'green',
  duplicate: 'dim',
  stale: 'yellow',
  killed: 'red',
  quarantined: 'red',
}

/** Items by what became of them. */
export function tally(results: readonly ReceiptResult[]): OutcomeCounts {
  const counts = { new: 0, revised: 0, duplicate: 0, stale: 0, killed: 0, quarantined: 0 }
  for (const { items } of results) for (const { outcome } of items) counts[outcome] += 1
  return counts
}

/** A document and, below it, what became of each of its items. */
export function describeResult(result: ReceiptResult, terminal: Terminal): string {
  const name = safe(result.offerKey)
  const format = result.format === null ? '' : terminal.paint('dim', `  ${result.format}`)
  return [`${name}${format}`, ...result.items.map((item) => `  ${describeItem(item, terminal)}`)].join('\n')
}

function describeItem(item: ItemResult, { paint, columns }: Terminal): string {
  const word = paint(styles[item.outcome], padTo(item.outcome, 11))
  if (item.outcome === 'quarantined') {
    return `${word}  ${item.code ?? ''}${item.uri === undefined ? '' : `  ${safe(item.uri)}`}`
  }
  const story = `story ${item.storyId ?? '?'}${item.revision === undefined ? '' : ` #${item.revision}`}`
  const headline = cut(safe(item.headline ?? item.uri ?? ''), Math.max(30, columns - 34))
  return `${word}  ${padTo(story, 14)}  ${headline}`
}

/** `120 documents, 133 items: 120 new, 10 duplicate, 3 quarantined.` */
export function summarise(documents: number, counts: OutcomeCounts, unread: number): string {
  const parts = Object.entries(counts).filter(([, number]) => number > 0)
  const items = parts.reduce((sum, [, number]) => sum + number, 0)
  const what = parts.map(([outcome, number]) => `${number.toLocaleString('en')} ${outcome}`).join(', ')
  const failed = unread === 0 ? '' : ` ${count(unread, 'document')} could not be read.`
  return `${count(documents, 'document')}, ${count(items, 'item')}${what === '' ? '' : `: ${what}`}.${failed}`
}
