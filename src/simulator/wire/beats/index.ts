import type { Beat } from './beat.ts'
import { clinic } from './clinic.ts'
import { council } from './council.ts'
import { court } from './court.ts'
import { earnings } from './earnings.ts'
import { fire } from './fire.ts'
import { football } from './football.ts'
import { obituary } from './obituary.ts'
import { science } from './science.ts'
import { storm } from './storm.ts'
import { strike } from './strike.ts'
import { talks } from './talks.ts'
import { vote } from './vote.ts'

/** Every beat the desk covers. */
export const beats: readonly Beat[] = [
  council,
  storm,
  fire,
  football,
  earnings,
  court,
  vote,
  strike,
  science,
  obituary,
  talks,
  clinic,
]
export { clinic, council, court, earnings, fire, football, obituary, science, storm, strike, talks, vote }
