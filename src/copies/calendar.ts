import { readMonth } from '../normalise/months.ts'

/** Folded names of weekdays and of times of day: outlets set "Tuesday" for "today", and it is no other story. */
const days: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo ' +
    'lunedi martedi mercoledi giovedi venerdi sabato domenica segunda terca quarta quinta sexta ' +
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lordag sondag ' +
    'mandag tisdag lordag today yesterday tomorrow tonight morning afternoon evening night ' +
    'heute gestern morgen abend abends nachmittag vormittag nacht'
  ).split(' '),
)

/** True for words that name a day, a month or a time of day. */
export function isCalendarWord(form: string): boolean {
  return days.has(form) || readMonth(form) !== undefined
}
