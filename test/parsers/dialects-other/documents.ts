import { agencies } from './agencies.ts'
import { anpa } from './anpa.ts'
import { apMedia } from './ap-media.ts'
import { apText } from './ap-text.ts'
import { atom } from './atom.ts'
import type { Dialect } from './document.ts'
import { iptc7901 } from './iptc7901.ts'
import { mails } from './mail.ts'
import { newsrooms } from './newsrooms.ts'
import { ninjsLater } from './ninjs-later.ts'
import { ninjsOne } from './ninjs-one.ts'
import { pictures } from './pictures.ts'
import { rss } from './rss.ts'
import { traps } from './traps.ts'
import { zczc } from './zczc.ts'

/** Every document of the set, by format; what trips a reader stands last. */
export const documents: readonly Dialect[] = [
  ...apText,
  ...apMedia,
  ...ninjsOne,
  ...ninjsLater,
  ...anpa,
  ...iptc7901,
  ...zczc,
  ...rss,
  ...atom,
  ...agencies,
  ...mails,
  ...pictures,
  ...traps,
  ...newsrooms,
]
