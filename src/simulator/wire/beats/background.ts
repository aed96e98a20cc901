import type { Line } from './beat.ts'
import { count } from './beat.ts'

/** Paragraphs that fit under any story of a place, for long versions: what a desk adds when it has the room. */
export const background: readonly Line[] = [
  (c) =>
    `${c.place.city}, a town of about ${count(c.homes * 13)} people, grew around a salt works that closed two generations ago. Its chimney is still the first thing that visitors see and, for want of money to pull it down, the last.`,
  (c) =>
    `The district has seen ${c.dead} administrators in as many years. The present one, who came from ${c.neighbour.city}, keeps a notebook of complaints on the counter of his office, and answers them in green ink.`,
  (c) =>
    `Unemployment in the region stands at ${((c.percent % 9) + 3.4).toFixed(1)}%, a little above the average of the country. Most of those who left in the past ten years were under 30, and most of those who came back had a child.`,
  (c) =>
    `A survey by ${c.university}, published on ${c.earlierDate}, found that ${c.percent + 38}% of those asked trusted the town hall, ${c.percent + 22}% the newspapers and ${c.percent + 47}% the weather forecast.`,
  (c) =>
    `${c.company} is the largest private employer. It sponsors the library bus, the brass band and, since a fire in its paint store, the volunteer fire brigade.`,
  () =>
    'At the café by the bus station, where the radio is never off, opinions were divided along the usual lines: the tables by the window were for it, the tables by the stove against, and the owner had no opinion before lunch.',
  (c) =>
    `The road between ${c.place.city} and ${c.neighbour.city} was paved ${(c.age % 30) + 11} years ago. People still speak of the time before it as though the town had been an island, and some of them say that it was happier.`,
  (c) =>
    `Records kept in the parish since ${c.year - 311} mention comparable events ${(c.dead % 3) + 2} times, once with the remark, in another hand, that nobody had listened to the miller.`,
  (c) =>
    `Asked what would have to happen next, ${c.resident.full} said that somebody would have to write everything down before people began to remember it. She had bought a pencil for the purpose.`,
  (c) =>
    `The ${c.ministry} said that it followed developments closely. A spokesman would not say whether anybody had been sent to ${c.place.city}, but two people with briefcases were seen at the only hotel.`,
]
