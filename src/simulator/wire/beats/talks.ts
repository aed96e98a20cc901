import type { Beat } from './beat.ts'
import { variant } from './beat.ts'

export const talks: Beat = {
  name: 'talks',
  setting: 'abroad',
  category: 'i',
  subject: 'International agreements',
  topSubject: 'Government and politics',
  slug: (c) => `${c.place.country}-${c.neighbour.country}-River Talks`,
  headline: (c) =>
    variant(c, [
      `River talks in ${c.place.city} end with a map but no signature`,
      `Negotiators leave ${c.place.city} with a map of their river and no treaty`,
      `After ${c.dead} years, neighbors agree in ${c.place.city} on where their river runs`,
    ]),
  extended: (c) => `Two neighbors have agreed in ${c.place.city} on where their river runs but not on who may dam it`,
  paragraphs: [
    (c) =>
      `Negotiators from two neighboring countries left ${c.place.city} on ${c.weekday} with a map of their common river, the first they have ever agreed on, but without a treaty on who may dam it.`,
    (c) =>
      `“We know where the river is. That took ${c.dead} years,” said ${c.minister.full}, the chief negotiator for the upstream side. “What it is for will take a little longer.”`,
    (c) =>
      `The river has moved ${(c.miles % 9) + 1} miles since the last survey. ${c.percent} villages have changed sides with it, and some of them pay taxes twice.`,
    (c) =>
      `${c.official.full}, who leads the downstream delegation, said that her government would sign as soon as the flow in dry months was guaranteed. A draft names a figure; she declined to confirm it.`,
    (c) =>
      `The talks were held in a disused spa hotel whose owner, ${c.resident.full}, served both delegations from one kitchen “so that nobody could say that the others had the better soup.”`,
    (c) =>
      `${c.expert.full}, a hydrologist at ${c.university}, said that the map was worth more than it looked. “You cannot divide what you have not measured,” he said.`,
    (c) =>
      `A dam near ${c.neighbour.city}, planned by ${c.company}, would hold back the spring flood for about ${c.dead * 4} days. Work on the access road has begun and was suspended for the talks.`,
    (c) =>
      `The next round is to be held downstream of ${c.place.city}, on a date that both sides have written down and neither has announced.`,
    () =>
      'Border guards on both banks were told to leave the survey markers alone. The last ones were used as fence posts.',
  ],
  developments: [
    (c) =>
      `Hours later, the two governments announced that fishing permits of either side would be honored on ${(c.miles % 30) + 20} miles of the river.`,
    (c) =>
      `${c.official.last} denied a report that her delegation had left early; she had missed the train, she said, and so had everybody else.`,
  ],
  captions: [
    (c) =>
      `Negotiators ${c.minister.full}, left, and ${c.official.full} shake hands over a map of the river in ${c.where}, ${c.captionDate}.`,
    (c) => `A delegation studies a survey map at a former spa hotel in ${c.where}, ${c.captionDate}.`,
  ],
}
