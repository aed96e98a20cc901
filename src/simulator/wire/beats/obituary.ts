import type { Cast } from '../cast.ts'
import type { Beat } from './beat.ts'
import { variant } from './beat.ts'

const songs = (c: Cast): string =>
  variant(c, [
    'harbor ballads',
    'miners’ waltzes',
    'night-train songs',
    'salt songs',
    'border tangos',
    'lighthouse lullabies',
  ])

export const obituary: Beat = {
  name: 'obituary',
  category: 'e',
  subject: 'Celebrity deaths',
  topSubject: 'Entertainment',
  slug: (c) => `Obit-${c.resident.last}`,
  headline: (c) => `${c.resident.full}, singer of the ${songs(c)}, dies at ${c.age + 10}`,
  extended: (c) =>
    `${c.resident.full}, whose low voice made the ${songs(c)} known far beyond ${c.place.country}, has died. She was ${c.age + 10}`,
  paragraphs: [
    (c) =>
      `${c.resident.full}, whose low, unhurried voice made the ${songs(c)} known far beyond ${c.place.country}, died ${c.weekday} in ${c.place.city}. She was ${c.age + 10}.`,
    (c) =>
      `Her death was announced by her son, ${c.worker.full}, who said that she had died at home, after a short illness, with the window open.`,
    (c) =>
      `${c.resident.last} recorded ${c.dead + 11} albums and sang in ${(c.percent % 7) + 3} languages, one of which she had learned, she liked to say, only in order to swear at a promoter.`,
    (c) =>
      `She was born in ${c.neighbour.city}, the daughter of a crane driver and a telephone operator, and sang in public for the first time at a launching, standing in for a brass band that had missed its train.`,
    () =>
      'Her best-known song, “The Lamp at Number Nine,” was taken up by striking workers, by wedding bands and in the end by the national railway, which played it at closing time.',
    (c) =>
      `“She could make a room of a thousand people hear a match being struck,” said ${c.expert.full}, who played the accordion in her band for ${(c.age % 20) + 12} years.`,
    (c) =>
      `She declined a state prize in ${c.year - c.age + 30} and accepted it ${(c.dead % 5) + 4} years later, “because the roof leaks and the state, for once, has the money.”`,
    (c) =>
      `${c.resident.last} is survived by her son, two sisters and a parrot that knows the second verse of every song. A public farewell is planned at the old customs house.`,
  ],
  developments: [
    (c) =>
      `The flags on the harbor ferries of ${c.place.city} were lowered at noon, and the horns sounded the first four notes of the song.`,
    (c) =>
      `${c.minister.full}, the culture minister, called her “the only person who was ever late and never kept anyone waiting.”`,
  ],
  captions: [
    (c) => `Singer ${c.resident.full} performs during a concert at the customs house in ${c.where}, ${c.captionDate}.`,
    (c) => `Flowers lie at the door of singer ${c.resident.full} in ${c.where}, ${c.captionDate}.`,
  ],
}
