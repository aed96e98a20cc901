import { captionNormaliserVersion } from '../captions/normalise.ts'
import { readRekeyState } from '../store/families/rekey.ts'
import type { RekeyState } from '../store/families/rekey.ts'
import { listFeedHealth } from '../store/read-feeds.ts'
import { listGaps } from '../store/read-gaps.ts'
import type { GapEntry } from '../store/read-gaps.ts'
import { readVitals } from '../store/read-status.ts'
import type { Vitals } from '../store/read-status.ts'
import { judgeHealth } from '../ops/health.ts'
import { exit } from './exit.ts'
import { feedFaults, feedLines, feedTable } from './feeds-words.ts'
import type { Paint } from './print/paint.ts'
import { safe } from './print/paint.ts'
import { facts } from './print/table.ts'
import { ago, count, duration, moment } from './print/words.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

/** `writethru status`: whether all is well, and where it is not. */
export async function statusVerb(globals: GlobalOptions, terminal: Terminal): Promise<number> {
  return withRuntime(globals, {}, async ({ pool, databaseUrl, embedded }) => {
    const [vitals, feeds, gaps, captions] = await Promise.all([
      readVitals(pool),
      listFeedHealth(pool),
      listGaps(pool, { limit: 20 }),
      readRekeyState(pool, captionNormaliserVersion),
    ])
    const faults = judgeHealth(vitals).map((fault) => fault.detail)
    present(terminal, globals.json, { healthy: faults.length === 0, faults, ...vitals, feeds, gaps, captions }, () =>
      [
        verdict(faults, vitals, terminal.paint),
        facts(
          [
            ['time', moment(vitals.now)],
            ['database', embedded ? 'embedded' : redactedHost(databaseUrl)],
            ...numbers(vitals),
            ['captions', captionNumbers(captions)],
          ],
          terminal.paint,
        ),
        feeds.length === 0
          ? 'No feeds yet: `writethru feeds add URL`, or `writethru demo` to look around.'
          : [
              feedTable(feeds, vitals.now, terminal),
              ...feedFaults(feeds, terminal.paint),
              ...feedLines(feeds, terminal.paint),
            ].join('\n'),
        ...gapLines(gaps, vitals.now, terminal.paint),
      ].join('\n\n'),
    )
    return exit.done
  })
}

function verdict(faults: readonly string[], vitals: Vitals, paint: Paint): string {
  if (faults.length === 0) {
    // Faults of sources are not faults of the house, but nobody should go back to bed over a green line.
    const { feedsFailing, gapsOpen } = vitals
    const toSee = [
      ...(feedsFailing > 0 ? [`${count(feedsFailing, 'feed')} failing at the source`] : []),
      ...(gapsOpen > 0 ? [count(gapsOpen, 'open gap')] : []),
    ]
    if (toSee.length > 0) return paint('yellow', `Nothing stands still. To look at: ${toSee.join(', ')}.`)
    return paint('green', 'All is well.')
  }
  return faults.map((fault) => paint('red', `Not well: ${fault}`)).join('\n')
}

function numbers(vitals: Vitals): [string, string | undefined][] {
  const { receiptsReady, receiptsWaiting, receiptsClaimed, oldestReadySeconds, outboxSeconds } = vitals
  const work = [
    `${receiptsReady} ready`,
    `${receiptsClaimed} in hand`,
    ...(receiptsWaiting > 0 ? [`${receiptsWaiting} waiting for a companion`] : []),
    ...(oldestReadySeconds === null ? [] : [`oldest for ${duration(oldestReadySeconds)}`]),
  ]
  return [
    ['feeds', feedNumbers(vitals)],
    ['documents', work.join(', ')],
    ['changes', `${count(vitals.changesLastMinute, 'change')} in the last minute, number ${vitals.changeSeq}`],
    [
      'unnumbered',
      vitals.outboxDepth === 0 ? undefined : `${vitals.outboxDepth}, oldest for ${duration(outboxSeconds ?? 0)}`,
    ],
    [
      'quarantine',
      vitals.quarantineOpen === 0 ? 'empty' : `${vitals.quarantineOpen} open: \`writethru quarantine list\``,
    ],
    ['gaps', vitals.gapsOpen === 0 ? undefined : count(vitals.gapsOpen, 'open gap')],
  ]
}

function captionNumbers({ captionsLeft, wordingsLeft, waiting }: RekeyState): string | undefined {
  const parts = waiting > 0 ? [`${waiting} to be compared with other stories`] : []
  if (captionsLeft + wordingsLeft > 0) parts.push(`${captionsLeft} keyed by older rules: \`captions rekey --status\``)
  return parts.length === 0 ? undefined : parts.join(', ')
}

function feedNumbers(vitals: Vitals): string {
  const parts = [`${vitals.feedsEnabled} of ${vitals.feeds} running`]
  if (vitals.feedsFailing > 0) parts.push(`${vitals.feedsFailing} failing`)
  if (vitals.feedsPaused > 0) parts.push(`${vitals.feedsPaused} paused by hand`)
  if (vitals.feedsStopped > 0) parts.push(`${vitals.feedsStopped} stopped: a person is needed`)
  return parts.join(', ')
}

function gapLines(gaps: readonly GapEntry[], now: Date, paint: Paint): string[] {
  if (gaps.length === 0) return []
  const lines = gaps.map(
    (gap) => `  ${gap.id}  ${gap.feed}  ${gap.kind}  ${gap.state}  ${ago(gap.openedAt, now)}  ${safe(gap.detail)}`,
  )
  return [[paint('bold', 'Possible gaps (`writethru gaps` tells more)'), ...lines].join('\n')]
}

/** Host and database of a connection string, without user and password. */
function redactedHost(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? (hostname || 'localhost')
  return `${host}${port === '' ? '' : `:${port}`}${pathname}`
}
