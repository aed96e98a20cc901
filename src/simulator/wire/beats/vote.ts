import type { Cast } from '../cast.ts'
import type { Beat } from './beat.ts'
import { count, variant } from './beat.ts'

const fish = (c: Cast): string => variant(c, ['herring', 'eel', 'mackerel', 'sprat', 'cod', 'squid'])

export const vote: Beat = {
  name: 'vote',
  setting: 'abroad',
  category: 'p',
  subject: 'Legislation',
  topSubject: 'Government and politics',
  slug: (c) => `${c.place.country}-${fish(c).charAt(0).toUpperCase()}${fish(c).slice(1)} Vote`,
  headline: (c) =>
    variant(c, [
      `Lawmakers in ${c.place.city} pass ${fish(c)} limits ${c.votesFor}-${c.votesAgainst} after all-night debate`,
      `After a night of horns, lawmakers in ${c.place.city} limit ${fish(c)} catches`,
    ]),
  extended: (c) =>
    `Lawmakers meeting in ${c.place.city} have approved new limits on ${fish(c)} catches, ${c.votesFor}-${c.votesAgainst}, after a debate that lasted through the night`,
  paragraphs: [
    (c) =>
      `Lawmakers meeting in ${c.place.city} voted ${c.votesFor}-${c.votesAgainst} early ${c.weekday} to limit ${fish(c)} catches for three seasons, ending an all-night debate that was interrupted twice by fishermen’s horns outside.`,
    (c) =>
      `The law cuts quotas by ${c.percent}% at once and ties later cuts to surveys of young fish. It takes effect in ${c.dead * 10} days unless the head of state sends it back.`,
    (c) =>
      `“There is no majority for hunger and there is no majority for an empty sea,” said ${c.minister.full}, who wrote the bill and lost ${c.dead} votes from his own party.`,
    (c) =>
      `${c.official.full}, the opposition leader, said the coast had been asked to pay for mistakes made at desks. She promised to bring the law before the constitutional court.`,
    (c) =>
      `About ${count(c.homes)} boats fish for ${fish(c)} from the country’s harbors, by the count of the ${c.ministry}. One in ${(c.dead % 5) + 3} is expected to be laid up.`,
    (c) =>
      `Owners who scrap a boat will be paid from a fund of $${c.millions} million, half of it borrowed against future license fees.`,
    (c) =>
      `${c.expert.full}, a marine biologist at ${c.university}, called the numbers “late, but the right ones,” and said that the stock could recover within ${(c.percent % 5) + 4} years.`,
    (c) =>
      `${c.resident.full}, ${c.age}, who mends nets in ${c.neighbour.city}, listened to the last hour on a radio in her kitchen. “They say ${fish(c)} and they mean us,” she said.`,
    () =>
      'The galleries were cleared once, when a visitor threw a paper bag of scales onto the floor of the chamber. Nobody was hurt, and the scales were swept up by the clerk.',
    (c) => `A similar bill failed on ${c.earlierDate} by two votes, one of them cast in error.`,
  ],
  developments: [
    (c) =>
      `Port workers said they would block the approach to ${c.neighbour.city} for two hours in protest; the coast guard said that the channel would be kept open.`,
    (c) =>
      `${c.minister.last} met with boat owners in the afternoon and offered to pay the scrapping premium ${(c.dead % 4) + 2} months earlier.`,
    () =>
      'The official record was corrected at noon: one abstention had been counted as a vote in favor, without effect on the outcome.',
  ],
  captions: [
    (c) =>
      `${c.minister.full} raises his hand to vote during a debate on fishing limits in ${c.where}, ${c.captionDate}.`,
    (c) =>
      `Fishermen sound horns outside the assembly during a debate on ${fish(c)} quotas in ${c.where}, ${c.captionDate}.`,
    (c) =>
      `Opposition leader ${c.official.full} speaks to reporters after a vote on fishing limits in ${c.where}, ${c.captionDate}.`,
  ],
}
