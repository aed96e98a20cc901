import type { Cast } from '../cast.ts'
import type { Beat } from './beat.ts'
import { count, variant } from './beat.ts'

const fever = (c: Cast): string => variant(c, ['marsh', 'reed', 'ditch', 'canal', 'lowland', 'paddy'])
const Fever = (c: Cast): string => fever(c).charAt(0).toUpperCase() + fever(c).slice(1)

export const clinic: Beat = {
  name: 'clinic',
  setting: 'abroad',
  category: 'i',
  subject: 'Public health',
  topSubject: 'Health',
  slug: (c) => `${c.place.country}-${Fever(c)} Fever`,
  headline: (c) =>
    variant(c, [
      `${Fever(c)} fever cases pass ${count(c.homes)} around ${c.place.city}`,
      `Tent clinics open around ${c.place.city} as ${fever(c)} fever spreads`,
    ]),
  extended: (c) =>
    `Health officials around ${c.place.city} have counted ${count(c.homes)} cases of ${fever(c)} fever since the rains began`,
  paragraphs: [
    (c) =>
      `Health officials around ${c.place.city} said ${c.weekday} that ${count(c.homes)} people had fallen ill with ${fever(c)} fever since the rains began, and that ${c.dead} of them had died.`,
    (c) =>
      `The ${c.ministry} opened ${(c.dead % 4) + 2} tent clinics along the canal and asked people to boil their water, to cover it and not to store it beside the beds.`,
    (c) =>
      `“It is a disease of puddles,” said ${c.official.full}, the district’s chief nurse, between two patients. “Give me a hundred shovels and I will give you back half of these cots.”`,
    (c) =>
      `A shipment of ${count(c.homes * 6)} doses of medicine was on its way from ${c.neighbour.city} but had been held up at a bridge that the flood had made unsafe for trucks.`,
    (c) =>
      `${c.worker.full}, ${c.age}, carried his daughter ${(c.miles % 9) + 3} miles to the clinic on his back. She sat up and asked for a mango on the second day, he said.`,
    (c) =>
      `${c.expert.full}, an epidemiologist at ${c.university}, said that the true number was probably ${(c.percent % 3) + 2} times higher, because many people never reach a clinic.`,
    (c) =>
      `${c.company} lent its pumps to drain the market square. Within a day, the number of new cases from the streets around it fell by ${c.percent}%.`,
    () =>
      'Schools stayed open. Teachers said that the lessons on mosquitoes were the best attended in years, and that the pupils went home and emptied their grandparents’ flowerpots.',
  ],
  developments: [
    (c) =>
      `The medicine arrived in the afternoon, on a convoy of ${c.dead + 4} ox carts that had taken an old ford below the bridge.`,
    (c) =>
      `The ${c.ministry} lowered the number of deaths by one after a patient counted as dead was found to have walked home.`,
  ],
  captions: [
    (c) => `Nurse ${c.official.full} checks on a patient at a tent clinic in ${c.where}, ${c.captionDate}.`,
    (c) => `Men with shovels drain a flooded market square in ${c.where}, ${c.captionDate}.`,
  ],
}
