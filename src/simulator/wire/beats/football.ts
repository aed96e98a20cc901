import type { Beat } from './beat.ts'
import { count, variant } from './beat.ts'

export const football: Beat = {
  name: 'football',
  category: 's',
  subject: 'Soccer',
  topSubject: 'Sports',
  slug: (c) => `SOC--${c.club}-${c.rival}`,
  headline: (c) =>
    variant(c, [
      `${c.club} come from behind to beat ${c.rival} ${(c.dead % 3) + 2}-1`,
      `${c.worker.last} scores twice as ${c.club} turn match against ${c.rival}`,
      `Late header keeps ${c.club} in the race for the Northern Cup`,
    ]),
  extended: (c) =>
    `${c.worker.last} scored twice after the break as ${c.club} beat ${c.rival} to stay in the race for the Northern Cup`,
  paragraphs: [
    (c) =>
      `${c.worker.full} scored twice in the second half and ${c.club} came from behind to beat ${c.rival} ${(c.dead % 3) + 2}-1 on ${c.weekday}, staying two points off the lead in the Northern Cup.`,
    (c) =>
      `${c.minister.full} had put the visitors ahead in the ${(c.percent % 30) + 8}th minute with a low shot that went in off a post, their first away goal in ${c.dead} matches.`,
    (c) =>
      `${c.worker.last} leveled shortly after halftime when the goalkeeper misjudged a free kick in the rain, and headed in the winner from a corner with ${(c.dead % 7) + 3} minutes left.`,
    () =>
      '“I told the bench at the interval that the ball would skid and the keeper would not like it,” he said. “For once somebody listened to me.”',
    (c) =>
      `Coach ${c.expert.full} made three changes at the break, among them the ${(c.age % 4) + 17}-year-old midfielder who set up the first goal on his league debut.`,
    (c) =>
      `The ${c.rival} coach, asked about a penalty appeal in the last minute, said only that he had seen it and that television would see it more often.`,
    (c) =>
      `A crowd of ${count(c.homes * 7)} watched in ${c.place.city}, where the terrace behind the south goal was reopened after repairs to its roof.`,
    (c) =>
      `${c.club} play at ${c.neighbour.city} next week without their captain, who was booked for the fifth time this season.`,
  ],
  developments: [
    (c) =>
      `The league in ${c.place.country} said late in the evening that it would review the penalty appeal, but that the result stands.`,
    (c) =>
      `${c.worker.last} left the ground with ice on his ankle and was to be examined on the morning after the match.`,
  ],
  captions: [
    (c) =>
      `${c.club}'s ${c.worker.full}, left, heads the ball to score against ${c.rival} during a Northern Cup soccer match in ${c.where}, ${c.captionDate}.`,
    (c) =>
      `Supporters of ${c.rival} hold up scarves in the rain before a Northern Cup soccer match against ${c.club} in ${c.where}, ${c.captionDate}.`,
  ],
}
