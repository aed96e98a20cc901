import { readFeed } from '../store/feeds.ts'
import { endGap } from '../store/gaps.ts'
import { listGaps } from '../store/read-gaps.ts'
import type { GapEntry } from '../store/read-gaps.ts'
import { exit, UsageFault } from './exit.ts'
import { unknownFeed } from './feeds-words.ts'
import type { Paint, Style } from './print/paint.ts'
import { safe } from './print/paint.ts'
import { facts } from './print/table.ts'
import { count, moment } from './print/words.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

export interface GapsOptions extends GlobalOptions {
  /** Those that are over, too. */
  readonly all?: boolean
}

/** `writethru gaps [FEED]`: stretches that feeds may have lost, and what became of them. */
export async function gapsListVerb(
  feed: string | undefined,
  options: GapsOptions,
  terminal: Terminal,
): Promise<number> {
  return withRuntime(options, {}, async ({ pool }) => {
    if (feed !== undefined && (await readFeed(pool, feed)) === undefined) {
      throw new UsageFault(unknownFeed(feed))
    }
    const all = options.all === true
    const gaps = await listGaps(pool, { all, ...(feed === undefined ? {} : { feed }) })
    present(terminal, options.json, gaps, () => {
      if (gaps.length === 0) return all ? 'No gaps on record.' : 'No open gaps. `--all` shows those that are over.'
      return [
        ...gaps.map((gap) => describeGap(gap, terminal.paint)),
        `${count(gaps.length, 'gap')}. \`writethru gaps close ID --why ...\` when nothing is missing, \`accept\` to live with it.`,
      ].join('\n\n')
    })
    return exit.done
  })
}

const styles: Readonly<Record<GapEntry['state'], Style>> = {
  open: 'red',
  backfilling: 'yellow',
  closed: 'green',
  accepted: 'dim',
}

function describeGap(gap: GapEntry, paint: Paint): string {
  const head = `${paint('bold', `gap ${gap.id}`)}  ${gap.feed}  ${gap.kind}  ${paint(styles[gap.state], gap.state)}`
  const body = facts(
    [
      ['from', gap.from === null ? 'not known' : safe(gap.from)],
      ['to', gap.to === null ? 'not known' : safe(gap.to)],
      ['seen', safe(gap.detail)],
      ['noticed', moment(gap.openedAt)],
      [gap.state, gap.closedAt === null ? undefined : `${moment(gap.closedAt)}: ${safe(gap.closedHow ?? '')}`],
    ],
    paint,
    '  ',
  )
  return `${head}\n${body}`
}

/** `writethru gaps accept|close ID --why TEXT`: a person's word ends a gap. It stays on record. */
export async function gapsEndVerb(
  state: 'closed' | 'accepted',
  id: string,
  options: GapsOptions & { readonly why?: string },
  terminal: Terminal,
): Promise<number> {
  if (!/^\d{1,15}$/.test(id)) throw new UsageFault(`${safe(id)} is no number of a gap; \`writethru gaps\` shows them.`)
  const why = options.why?.trim() ?? ''
  if (why === '') throw new UsageFault('Say why with --why: whoever looks at it next month will ask.')
  return withRuntime(options, {}, async ({ pool }) => {
    const ended = await endGap(pool, Number(id), state, why)
    if (ended === undefined) throw new UsageFault(`There is no gap ${id}; \`writethru gaps --all\` shows them.`)
    if (!ended) throw new UsageFault(`Gap ${id} is over already; \`writethru gaps --all\` says how.`)
    present(terminal, options.json, { id: Number(id), state, why }, () => `Gap ${id} is ${state}.`)
    return exit.done
  })
}
