import type { Beat } from './beat.ts'
import { count, variant } from './beat.ts'

export const strike: Beat = {
  name: 'strike',
  setting: 'coast',
  category: 'f',
  subject: 'Strikes',
  topSubject: 'Business',
  slug: (c) => `${c.place.city}-Ferry Strike`,
  headline: (c) =>
    variant(c, [
      `Ferry crews in ${c.place.city} walk out over night shifts`,
      `Ferry strike in ${c.place.city} strands ${count(c.homes)} passengers and a circus`,
      `No sailings from ${c.place.city} as crews strike over hours of rest`,
    ]),
  extended: (c) =>
    `Ferry crews have walked out in ${c.place.city}, stranding about ${count(c.homes)} passengers on both sides of the strait`,
  paragraphs: [
    (c) =>
      `Ferry crews in ${c.place.city} walked off the job ${c.weekday} in a dispute over night shifts, stranding about ${count(c.homes)} passengers and a circus on the wrong side of the strait.`,
    (c) =>
      `The union said ${c.percent + 60}% of its members had followed the call. ${c.company}, which runs ${c.dead + 2} of the vessels, put the number lower but canceled all sailings until further notice.`,
    (c) =>
      `“We are not asking for gold, we are asking for six hours between two watches,” said union secretary ${c.official.full}, standing on an upturned fish crate at the gate of the terminal.`,
    (c) =>
      `The company offered on the eve of the strike to shorten night watches by an hour and to pay a premium of ${(c.percent % 9) + 3}%. The crews turned it down by a show of hands.`,
    (c) =>
      `Trucks stood in a line ${(c.miles % 6) + 2} miles long by noon, many of them loaded with lettuce. A cooperative handed out part of its cargo to waiting families before it could spoil.`,
    (c) =>
      `${c.resident.full}, ${c.age}, was on her way to a granddaughter’s wedding in ${c.neighbour.city}. “I have the cake,” she said, pointing at a box on the back seat. “They cannot start.”`,
    (c) =>
      `${c.minister.full}, the transport minister, called on both sides to return to talks but said he would not send in the navy’s crews, as a predecessor had done.`,
    (c) =>
      `The strait is ${(c.miles % 20) + 3} miles wide here, and the road around it takes most of a day. Small boats were doing brisk business until the harbor master sent them back because of the swell.`,
  ],
  developments: [
    () =>
      'Talks resumed in the evening in the back room of a ship chandler, neutral ground since a dispute two generations ago, and were to go on through the night.',
    (c) =>
      `The union agreed to let one vessel sail for the sick and for the wedding party. ${c.resident.last} was the first to board.`,
    (c) =>
      `A mediator, retired judge ${c.expert.full}, said that the two sides were “closer than they look from the quay.”`,
  ],
  captions: [
    (c) => `Striking ferry workers gather at the gate of the terminal in ${c.where}, ${c.captionDate}.`,
    (c) => `Trucks wait in line outside the ferry terminal during a strike in ${c.where}, ${c.captionDate}.`,
  ],
}
