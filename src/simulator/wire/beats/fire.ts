import type { Beat } from './beat.ts'
import { count, variant } from './beat.ts'

export const fire: Beat = {
  name: 'fire',
  category: 'a',
  subject: 'Wildfires',
  topSubject: 'General news',
  slug: (c) => `${c.place.city} Wildfire`,
  headline: (c) =>
    variant(c, [
      `Wildfire near ${c.place.city} forces ${count(c.homes)} households to leave`,
      `Dry wind drives wildfire toward ${c.place.city}`,
      `Crews race to hold a wildfire on the ridge above ${c.place.city}`,
    ]),
  extended: (c) =>
    `A wildfire driven by dry wind has burned toward ${c.place.city} and forced ${count(c.homes)} households to leave`,
  paragraphs: [
    (c) =>
      `A wildfire driven by dry wind jumped a two-lane highway above ${c.place.city} on ${c.weekday} and forced ${count(c.homes)} households to leave, fire officials said.`,
    (c) =>
      `The fire had burned ${c.miles} square miles of scrub and pine by evening and was ${c.percent}% contained. ${c.dead} firefighters were treated for smoke inhalation.`,
    (c) =>
      `“It is moving the way water moves, it finds the low ground,” said fire chief ${c.official.full}. “If you can see the ridge from your kitchen, please don't wait for us to knock.”`,
    (c) =>
      `Investigators were looking at a power line that came down near a gravel pit. The utility, ${c.company}, said it was cooperating and had cut the current to the valley as a precaution.`,
    (c) =>
      `${c.resident.full}, ${c.age}, left with two horses, a sewing machine and the deeds to her house. She walked the animals ${(c.miles % 7) + 2} miles to the fairgrounds because the trailer had a flat tire.`,
    (c) =>
      `Crews from ${c.neighbour.city} arrived overnight with bulldozers and cut a line along the old logging road, the same one that held during a fire ${(c.percent % 12) + 6} years ago.`,
    (c) =>
      `Two helicopters drew water from the reservoir until the wind made it too dangerous to fly. They were to resume at first light, said ${c.worker.full}, one of the pilots.`,
    (c) =>
      `The forecast offered little relief. ${c.expert.full}, a fire weather specialist at ${c.university}, said humidity would stay below ${c.percent + 4}% until the weekend.`,
    () =>
      'Schools were closed, and the library stayed open through the night so that people could charge telephones and read the evacuation maps on paper.',
  ],
  developments: [
    (c) =>
      `Authorities let residents of ${(c.dead % 4) + 2} streets return in the evening after crews put out spot fires behind the cemetery.`,
    (c) =>
      `The number of destroyed buildings rose to ${c.hurt}, most of them barns and summer cabins, after teams reached the upper valley on foot.`,
    (c) =>
      `Chief ${c.official.last} said containment had reached ${c.percent + 21}% and that the worst was probably over, “unless the wind has other ideas.”`,
  ],
  captions: [
    (c) => `A firefighter sprays water on a burning barn as a wildfire approaches ${c.where}, ${c.captionDate}.`,
    (c) => `${c.resident.full} leads her horses to safety at the fairgrounds in ${c.where}, ${c.captionDate}.`,
    (c) => `Smoke from a wildfire rises behind the water tower in ${c.where}, ${c.captionDate}.`,
  ],
}
