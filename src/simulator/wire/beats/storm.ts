import type { Cast } from '../cast.ts'
import type { Beat } from './beat.ts'
import { count, variant } from './beat.ts'

const named = (c: Cast): string => variant(c, ['Aldous', 'Brunhild', 'Casimir', 'Dagny', 'Evander', 'Fenella'])

export const storm: Beat = {
  name: 'storm',
  setting: 'coast',
  category: 'i',
  subject: 'Storms',
  topSubject: 'General news',
  slug: (c) => `${c.place.city}-Coastal Storm`,
  headline: (c) => `Storm ${named(c)} floods ${c.place.city} and leaves thousands without power`,
  extended: (c) =>
    `A fast-moving storm has flooded the harbor district of ${c.place.city} and cut power to about ${count(c.homes * 10)} homes`,
  paragraphs: [
    (c) =>
      `A fast-moving storm that forecasters named ${named(c)} drove the sea over the harbor wall in ${c.place.city} before dawn ${c.weekday}, flooding the old town and leaving about ${count(c.homes * 10)} homes without electricity.`,
    (c) =>
      `At least ${c.dead} people died and ${c.hurt} were treated for injuries, most of them struck by falling branches or roof tiles, regional emergency director ${c.official.full} told reporters outside the flooded fire station.`,
    (c) =>
      `“We had eleven minutes between the last safe tide reading and water on the market square,” ${c.official.last} said. “Nobody here has seen it come in like that, not even the pilots.”`,
    (c) =>
      `Gusts of ${c.miles + 60} miles per hour were measured at the lighthouse, the highest since its instruments were replaced after the winter of ${c.year - 22}.`,
    (c) =>
      `The ${c.ministry} opened ${c.dead + 3} schools as shelters and asked residents of the low-lying streets near the fish market to stay with relatives until engineers have inspected the pumping station.`,
    (c) =>
      `${c.resident.full}, ${c.age}, who runs a bakery two streets from the quay, said she carried flour sacks upstairs by flashlight while her neighbors tied rowboats to the lamp posts.`,
    () =>
      `“The ovens are under water, so there is no bread. But everybody on this street is accounted for, and that is the only list I care about today,” she said.`,
    (c) =>
      `Ferry service to ${c.neighbour.city} was suspended and the airport closed its shorter runway, where two parked cargo planes had been pushed off the taxiway.`,
    (c) =>
      `The storm weakened as it moved inland but was expected to bring another ${(c.percent % 6) + 2} inches of rain to the hills, where rivers were already above their banks.`,
    (c) =>
      `${c.expert.full}, who studies coastal weather at ${c.university}, said the surge arrived on top of a spring tide, a coincidence that planners had considered unlikely when the present wall was designed.`,
    (c) =>
      `Lawmakers set aside $${c.millions} million for coastal defenses ${(c.percent % 4) + 2} years ago, but less than half of it has been spent, according to figures the government published last month.`,
    () =>
      `Insurance companies said it was too early to estimate the damage. Claims adjusters were not being allowed past the police line until gas mains had been checked.`,
  ],
  developments: [
    (c) =>
      `Crews restored power to the hospital shortly after noon, and ${c.official.last} said the number of people in shelters had fallen to ${count(c.homes)}.`,
    (c) =>
      `Rescuers in inflatable boats reached a stranded bus on the coastal road in the afternoon and brought ${c.hurt - 3} passengers to safety, none of them seriously hurt.`,
    (c) =>
      `${c.minister.full}, the minister for reconstruction, flew over the flooded district in the evening and promised that rebuilding money would not wait for the budget debate.`,
  ],
  captions: [
    (c) =>
      `Residents wade through floodwater beside the harbor wall after a storm surge in ${c.where}, ${c.captionDate}.`,
    (c) => `A volunteer carries a dog from a flooded house in the old town of ${c.where}, ${c.captionDate}.`,
    (c) => `${c.resident.full} looks out of the window of her flooded bakery in ${c.where}, ${c.captionDate}.`,
  ],
}
