import type { Beat } from './beat.ts'
import { count, variant } from './beat.ts'

export const earnings: Beat = {
  name: 'earnings',
  category: 'f',
  subject: 'Corporate earnings',
  topSubject: 'Business',
  slug: (c) => `${c.company}-Results`,
  headline: (c) =>
    variant(c, [
      `${c.company} profit rises ${c.percent}% as costs fall; shares gain`,
      `Lower freight costs lift quarterly profit at ${c.company}`,
      `${c.company} earns $${c.millions} million and brings back its dividend`,
    ]),
  extended: (c) =>
    `${c.company} reported a quarterly profit of $${c.millions} million, up ${c.percent}%, helped by lower fuel and freight costs`,
  paragraphs: [
    (c) =>
      `${c.company} said ${c.weekday} that its quarterly profit rose ${c.percent}% to $${c.millions} million, as lower fuel and freight costs made up for weak demand at home.`,
    (c) =>
      `Revenue came to $${(c.millions / 100 + 1.4).toFixed(1)} billion, a little under what analysts had expected. The shares rose ${((c.percent % 5) + 1.3).toFixed(1)}% in morning trading.`,
    (c) =>
      `“We did not sell much more. We wasted much less,” chief executive ${c.official.full} told analysts on a conference call from ${c.place.city}.`,
    (c) =>
      `The company, which employs ${count(c.homes * 4)} people, kept its forecast for the year and said it would open its new plant near ${c.neighbour.city} in the fall, ${c.dead} months late.`,
    (c) =>
      `Its long dispute with the ${c.ministry} over port fees has not been settled; $${(c.millions % 40) + 8} million were set aside for it in the quarter.`,
    (c) =>
      `${c.expert.full}, who follows the sector at ${c.university}, said the result showed how much of last year’s trouble had been self-made.`,
    () =>
      'A union that represents dock and warehouse workers called the figures welcome and said that it would bring them along to the wage talks that begin next month.',
    (c) =>
      `The board proposed a dividend of ${(c.dead / 4 + 0.35).toFixed(2)} a share, the first in ${(c.percent % 4) + 2} years.`,
  ],
  developments: [
    (c) =>
      `The stock gave up part of its gain in the afternoon after ${c.official.last} said that prices for grain had begun to fall again.`,
    (c) =>
      `A rival, which reports next week, declined to comment on the figures but lowered its own freight rates by ${(c.percent % 6) + 1}%.`,
  ],
  captions: [
    (c) => `A crane unloads a container ship at the terminal of ${c.company} in ${c.where}, ${c.captionDate}.`,
    (c) =>
      `${c.company} chief executive ${c.official.full} poses for a photo at the company's headquarters in ${c.where}, ${c.captionDate}.`,
  ],
}
