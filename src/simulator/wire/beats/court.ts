import type { Cast } from '../cast.ts'
import type { Beat } from './beat.ts'
import { variant } from './beat.ts'

const thing = (c: Cast): string =>
  variant(c, ['astrolabe', 'tide clock', 'chess king', 'snuff box', 'calfskin map', 'glass globe'])

export const court: Beat = {
  name: 'court',
  category: 'a',
  subject: 'Trials',
  topSubject: 'Law and order',
  slug: (c) => `${c.place.city}-Museum Theft Trial`,
  headline: (c) =>
    variant(c, [
      `Night watchman testifies in trial over stolen ${c.place.city} ${thing(c)}`,
      `Court in ${c.place.city} hears how a ${thing(c)} left a museum in a lunch box`,
      `Witness in ${c.place.city} museum trial: ‘I thought it was soup’`,
    ]),
  extended: (c) =>
    `A night watchman has told a court in ${c.place.city} how a medieval ${thing(c)} left a museum in a lunch box`,
  paragraphs: [
    (c) =>
      `A night watchman told a court in ${c.place.city} on ${c.weekday} how a medieval ${thing(c)} worth $${(c.millions % 40) + 2} million left a locked museum in a lunch box, and why he did not report it for ${c.dead} days.`,
    (c) =>
      `${c.worker.full}, ${c.age}, is the main witness against ${c.minister.full}, a former restorer at the museum who is accused of theft and fraud. ${c.minister.last} has pleaded not guilty.`,
    () =>
      '“I thought it was soup,” the witness said when a prosecutor asked why he had waved the defendant through the staff entrance. Several jurors laughed, and the judge asked for quiet.',
    (c) =>
      `The instrument, made in about 1420 for a bishop who mistrusted clocks, was found on ${c.earlierDate} in a locker at the railroad station of ${c.neighbour.city}.`,
    (c) =>
      `Defense attorney ${c.official.full} suggested that the watchman had been asleep and had invented his memory later, from newspaper reports. He denied it.`,
    (c) =>
      `The court heard that the alarm of the east wing had been switched off ${c.hurt} times in a single year because of a family of swifts that nested under the roof.`,
    (c) =>
      `${c.expert.full}, a historian at ${c.university}, identified the ${thing(c)} by a repaired crack that he had described in his dissertation.`,
    () =>
      'If convicted, the defendant faces up to nine years in prison. The trial is expected to last until the end of the month.',
    () =>
      'The museum has since replaced the staff door, the alarm and the swifts’ nest, which was moved to a box on the roof of the courthouse opposite.',
  ],
  developments: [
    (c) => `Judge ${c.resident.full} adjourned the hearing early after a juror fell ill; it resumes in the morning.`,
    (c) =>
      `Outside the courtroom, ${c.official.last} told reporters that her client would take the stand himself before the week was over.`,
    (c) =>
      `Prosecutors withdrew one of the ${c.dead} counts, a charge of damaging the display case, for lack of evidence.`,
  ],
  captions: [
    (c) =>
      `Defense attorney ${c.official.full}, right, arrives at court for the trial over a stolen ${thing(c)} in ${c.where}, ${c.captionDate}.`,
    (c) =>
      `A medieval ${thing(c)} that was stolen and later recovered is shown at the museum in ${c.where}, ${c.captionDate}.`,
  ],
}
