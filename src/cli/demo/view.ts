import type { Totals } from '../../store/read-status.ts'
import { readTotals, readVitals } from '../../store/read-status.ts'
import { count } from '../print/words.ts'
import type { Runtime } from '../runtime.ts'
import type { Serving } from '../serve.ts'
import type { Terminal } from '../verb.ts'
import type { DemoAgency } from './agency.ts'

export interface ViewSources {
  readonly runtime: Runtime
  readonly serving: Serving
  readonly agency: DemoAgency
  readonly terminal: Terminal
  readonly speed: number
}

/** A way of showing what happens while it happens. */
export interface View {
  /** What is left to say when all is over. */
  summary(): Promise<string>
  stop(): Promise<void>
}

/** `64 stories in 120 revisions, 4 killed ...` */
export function totalsLine(totals: Totals, quarantined: number): string {
  const parts = [
    `${count(totals.stories, 'story', 'stories')} in ${count(totals.revisions, 'revision')}`,
    `${totals.killed} killed`,
    `${totals.withheld} withheld`,
    `${totals.embargoed} embargoed`,
    `${count(totals.captions, 'caption')} seen ${count(totals.mentions, 'time')}, ${totals.families} across stories`,
    `${count(totals.copies, 'copy', 'copies')}`,
    `${quarantined} in quarantine`,
  ]
  return parts.join(', ')
}

/** The line a demo ends with. */
export async function partingWords({ runtime, agency }: ViewSources): Promise<string> {
  const [totals, vitals] = await Promise.all([readTotals(runtime.pool), readVitals(runtime.pool)])
  const { published, total } = agency.simulator.control.counts()
  const rest =
    published >= total ? 'The day is over; another start begins the next one.' : 'Another start goes on from here.'
  return `${totalsLine(totals, vitals.quarantineOpen)}.\n${rest}`
}
