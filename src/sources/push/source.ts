import { readConfigWith } from '../read-config.ts'
import type { Source } from '../source.ts'
import { pushConfigSchema } from './config.ts'

/** Polls have nothing to ask; once an hour is enough to show that the feed is looked after. */
const pauseMs = 3_600_000

/** A feed whose agency sends by itself, to the web server of this program. */
export function createPushSource(): Source {
  return {
    kind: 'push',
    readConfig: (raw) => readConfigWith(pushConfigSchema, raw),
    hostOf: () => undefined,
    poll: async ({ cursor }) => ({
      offers: [],
      cursor: cursor ?? null,
      next: { kind: 'after', ms: pauseMs },
      note: 'waits for requests',
    }),
  }
}
