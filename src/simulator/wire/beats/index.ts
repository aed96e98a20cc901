import type { Beat } from './beat.ts'
import { council } from './council.ts'
import { storm } from './storm.ts'

/** Every beat the desk covers. */
export const beats: readonly Beat[] = [council, storm]
