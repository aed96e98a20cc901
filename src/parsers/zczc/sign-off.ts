import { foldSpace } from '../../normalise/text.ts'

const signOff =
  /^(?:AAP|Pagemasters|NZN|AFP|AP|Reuters|BOB|RAW|DPA|ANSA|APA)(?:[ -](?:[A-Z]{2,12}|[a-z]{1,5}(?:\/[a-z]{1,5}){0,4})){0,3}\.?$/

/** Takes the desk's last line out of the text: "AAP RTV", "Pagemasters", "AAP jd/ab". It says who filed. */
export function splitSignOff(lines: readonly string[]): { body: readonly string[]; signOff?: string } {
  let last = lines.length - 1
  while (last >= 0 && (lines[last] ?? '').trim() === '') last--
  const line = foldSpace(lines[last] ?? '')
  if (last > 0 && signOff.test(line)) return { body: lines.slice(0, last), signOff: line }
  return { body: lines }
}
