import type { Beat } from './beat.ts'
import { count, variant } from './beat.ts'

export const science: Beat = {
  name: 'science',
  category: 'a',
  subject: 'Paleontology',
  topSubject: 'Science',
  slug: (c) => `Sci--${c.place.city} Footprints`,
  headline: (c) =>
    variant(c, [
      `Footprints in a quarry near ${c.place.city} retell an ancient rainy day`,
      `Scientists follow a herd through a quarry near ${c.place.city}`,
      `Slate floor near ${c.place.city} shows where a herd crossed a mudflat`,
    ]),
  extended: (c) =>
    `A trackway of ${count(c.homes)} footprints found near ${c.place.city} records how a herd crossed a mudflat in the rain`,
  paragraphs: [
    (c) =>
      `A trackway of ${count(c.homes)} footprints in a slate quarry near ${c.place.city} records how a herd of plant eaters crossed a mudflat in the rain and how something with three toes followed them, scientists reported ${c.weekday}.`,
    (c) =>
      `The prints, pressed into mud about ${(c.millions % 90) + 110} million years ago, run for ${c.miles * 3} yards beneath a layer of ripple marks and the dents of raindrops.`,
    (c) =>
      `“You can see where a young one slipped and where the large one beside it stopped,” said ${c.expert.full}, who led the work at ${c.university}. “It is an afternoon, and you can walk along it.”`,
    (c) =>
      `Quarry worker ${c.worker.full} found the first print when a slab split the wrong way. He hosed it down, covered it with his jacket and called the number on a museum leaflet.`,
    (c) =>
      `The team made casts and scanned the floor of the quarry before it flooded in the winter. The stone itself will stay where it is, under a roof that ${c.company} has agreed to pay for.`,
    (c) =>
      `Others were cautious. ${c.official.full}, who was not involved, said the three-toed animal might have come a day later. “Mud keeps time badly,” she said.`,
    (c) =>
      `The findings were published in a journal of the learned society in ${c.neighbour.city}, which printed the map of the trackway as a folded sheet, ${(c.dead % 4) + 4} feet long.`,
    () =>
      'Schoolchildren were the first visitors. They were asked to take off their shoes, and most of them tried their own stride against the large one’s.',
  ],
  developments: [
    (c) =>
      `The ${c.ministry} said later that it would protect the site by decree, and that quarrying would stop within ${c.dead * 10} yards of it.`,
    (c) =>
      `A second, shorter trackway was found in photographs taken by a visitor, ${c.expert.last} said in the evening.`,
  ],
  captions: [
    (c) => `${c.expert.full} kneels beside fossil footprints in a slate quarry near ${c.where}, ${c.captionDate}.`,
    (c) => `Schoolchildren walk barefoot along a fossil trackway in a quarry near ${c.where}, ${c.captionDate}.`,
  ],
}
