import type { Beat } from './beat.ts'
import { count, variant } from './beat.ts'

export const council: Beat = {
  name: 'council',
  category: 'a',
  subject: 'Local governments',
  topSubject: 'Government and politics',
  slug: (c) => `${c.place.city}-Water Rates`,
  headline: (c) =>
    variant(c, [
      `${c.place.city} council narrowly approves higher water rates`,
      `Water to cost ${c.percent}% more in ${c.place.city} after late vote`,
      `Old pipes, new rates: ${c.place.city} council settles its longest dispute`,
    ]),
  extended: (c) =>
    `The council in ${c.place.city} has voted to raise water rates by ${c.percent}% to replace pipes laid more than a century ago`,
  paragraphs: [
    (c) =>
      `The city council in ${c.place.city} voted late ${c.weekday} to raise water rates by ${c.percent}% over three years, ending a dispute that had twice emptied the public gallery and once cost a mayor his job.`,
    (c) =>
      `The money will replace ${c.miles} miles of cast-iron mains, some of them laid before the railroad came. Engineers count a break somewhere in the network every ${c.dead} days.`,
    (c) =>
      `“You can pay for pipes or you can pay for sinkholes,” said council president ${c.official.full}, who cast the deciding vote. “We have been paying for sinkholes.”`,
    (c) =>
      `Opponents argued that the increase would fall hardest on pensioners. ${c.resident.full}, ${c.age}, held up three years of bills from the visitors’ benches and was asked twice to sit down.`,
    (c) =>
      `A household that uses an average amount of water will pay about $${c.percent + 4} more a month when the last step takes effect, according to the utility’s own estimate.`,
    (c) =>
      `The plan sets aside ${(c.millions % 9) + 1} million for families who cannot pay, an amendment offered by ${c.minister.full} after a recess that lasted until close to midnight.`,
    (c) =>
      `Work is to begin in the streets around the hospital, where a main burst on ${c.earlierDate} and closed the emergency entrance for a day and a half.`,
    (c) =>
      `${c.company}, which holds the maintenance contract, said it could start within ${c.dead * 7} days of a signed order. The company has been criticized for slow repairs in neighboring ${c.neighbour.city}.`,
    (c) =>
      `${c.expert.full} of ${c.university}, who has advised ${c.votesAgainst} towns on their water systems, called the vote overdue but warned that the reserve for emergencies remained thin.`,
    () =>
      `The utility’s books are public, and on Thursday mornings so is its control room, a habit begun by a director who liked to say that trust leaks faster than water.`,
  ],
  developments: [
    (c) =>
      `A residents’ group said it would collect signatures for a referendum; it needs ${count(c.homes * 3)} by the end of next month.`,
    (c) =>
      `${c.official.last} said after the meeting that she had changed her mind only that afternoon, on a walk past the excavation.`,
    (c) => `The ${c.ministry} declined to comment on whether it would match the city’s spending.`,
  ],
  captions: [
    (c) =>
      `Council president ${c.official.full}, center, speaks during a debate on water rates at city hall in ${c.where}, ${c.captionDate}.`,
    (c) => `Workers replace a broken water main near the hospital in ${c.where}, ${c.captionDate}.`,
  ],
}
