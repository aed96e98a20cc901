import { marketTable, standings } from './agate.ts'
import { breakingStory, takesAndAdds } from './breaking.ts'
import { captionCorrection, clarification, correctedStory, corrective } from './corrections.ts'
import { embargoBehindUsable, embargoReleased, embargoStanding } from './embargoes.ts'
import { framesOfOneEvent, handouts, refiledPhoto, samePhotoEverywhere } from './gallery.ts'
import {
  disregarded,
  killAfter,
  killAlone,
  killedPicture,
  killFirst,
  killReopened,
  killWithLateLead,
  withheldForGood,
  withheldThenReleased,
} from './kills.ts'
import { advisory, daybook, digest, proseKillNotice, testMessage } from './notices.ts'
import {
  outOfOrder,
  poison,
  printAndOnline,
  sameVersionNewBody,
  thirdParty,
  withoutIds,
  withoutRendition,
} from './oddities.ts'
import { otherMedia } from './other-media.ts'
import type { Storyline } from './storyline.ts'

/** The turns of the day, in the order in which they begin. The digest comes last: it lists what went before. */
export const storylines: readonly Storyline[] = [
  daybook,
  testMessage,
  samePhotoEverywhere,
  breakingStory,
  correctedStory,
  killFirst,
  embargoReleased,
  sameVersionNewBody,
  killAfter,
  withoutIds,
  captionCorrection,
  corrective,
  takesAndAdds,
  embargoStanding,
  framesOfOneEvent,
  withheldThenReleased,
  advisory,
  outOfOrder,
  killedPicture,
  refiledPhoto,
  killReopened,
  poison,
  printAndOnline,
  standings,
  clarification,
  withheldForGood,
  otherMedia,
  embargoBehindUsable,
  killAlone,
  handouts,
  thirdParty,
  killWithLateLead,
  disregarded,
  withoutRendition,
  proseKillNotice,
  marketTable,
  digest,
]
