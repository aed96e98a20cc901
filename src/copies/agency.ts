import { agencyAt, bareWord } from '../normalise/credits/agency-names.ts'
import { foldName } from '../normalise/fold.ts'

const longestCredit = 200

/**
 * The agencies that credits name, each under one short name: "The Associated Press" and "AP" are "ap". A name nobody
 * listed stands for itself, so that two stories of an unknown agency still agree.
 */
export function readAgencies(credits: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const credit of credits) {
    const words = credit
      .slice(0, longestCredit)
      .split(/[\s/,()|]+/u)
      .filter(Boolean)
    let known = false
    for (let at = 0; at < words.length; at++) {
      const hit = agencyAt((index) => words[index], at, bareWord(words[at]!).toLowerCase())
      if (hit === undefined) continue
      found.add(foldName(hit.agency.name))
      known = true
    }
    if (!known && words.length > 0) found.add(foldName(words.join(' ')))
  }
  return found
}

/** Hosts of agencies whose name is not their short name. */
const agencyHosts: ReadonlyMap<string, string> = new Map([
  ['apnews', 'ap'],
  ['apimages', 'ap'],
  ['dpa-international', 'dpa'],
  ['reutersconnect', 'reuters'],
  ['thomsonreuters', 'reuters'],
  ['canadianpress', 'the canadian press'],
  ['thecanadianpress', 'the canadian press'],
  ['kyodonews', 'kyodo'],
  ['aapnews', 'aap'],
  ['anp', 'anp'],
])

/** The agency behind an outlet, when its name is one of `agencies`: "ap.org", "www.apnews.com", "nordwire.example". */
export function ownAgency(outlet: string | undefined, agencies: ReadonlySet<string>): string | undefined {
  if (outlet === undefined) return undefined
  const labels = outlet.toLowerCase().split('.')
  const joined = new Map([...agencies].map((agency) => [agency.replace(/[^\p{L}\p{N}]+/gu, ''), agency]))
  for (const label of labels) {
    const alias = agencyHosts.get(label)
    if (alias !== undefined && agencies.has(alias)) return alias
    const agency = joined.get(label.replace(/[^\p{L}\p{N}]+/gu, ''))
    if (agency !== undefined) return agency
  }
  return undefined
}
