import type { Dialect } from './document.ts'
import { trapsFeeds } from './traps-feeds.ts'
import { trapsJson } from './traps-json.ts'
import { trapsLines } from './traps-lines.ts'
import { trapsMail } from './traps-mail.ts'

/** The second lot: what trips readers of these formats. */
export const traps: readonly Dialect[] = [...trapsJson, ...trapsLines, ...trapsFeeds, ...trapsMail]
