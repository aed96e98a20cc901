/**
 * Top terms of the two IPTC subject vocabularies. They share their seventeen numbers but not their names, and lower
 * terms differ altogether, so a name is only ever looked up with its scheme; digits alone say nothing.
 *
 * Source: IPTC Media Topics (`medtop:`), IPTC Subject Reference System (`subj:`), English names.
 */
const mediaTopics = [
  'arts, culture, entertainment and media',
  'crime, law and justice',
  'disaster, accident and emergency incident',
  'economy, business and finance',
  'education',
  'environment',
  'health',
  'human interest',
  'labour',
  'lifestyle and leisure',
  'politics and government',
  'religion',
  'science and technology',
  'society',
  'sport',
  'conflict, war and peace',
  'weather',
] as const

const subjectCodes = [
  'arts, culture and entertainment',
  'crime, law and justice',
  'disaster and accident',
  'economy, business and finance',
  'education',
  'environmental issue',
  'health',
  'human interest',
  'labour',
  'lifestyle and leisure',
  'politics',
  'religion and belief',
  'science and technology',
  'social issue',
  'sport',
  'unrest, conflicts and war',
  'weather',
] as const

const numbered = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name, at) => [`${String(at + 1).padStart(2, '0')}000000`, name]))

const vocabularies: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['medtop', numbered(mediaTopics)],
  ['subj', numbered(subjectCodes)],
])

/** English name of a top term; undefined for other schemes and for lower terms. */
export function topicName(scheme: string | undefined, code: string | undefined): string | undefined {
  return scheme === undefined || code === undefined ? undefined : vocabularies.get(scheme)?.get(code)
}
