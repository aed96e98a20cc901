/**
 * Scheme aliases of the IPTC standards catalog, and of the agencies whose vocabularies we have seen, with the URIs they
 * stand for. Shipped so that nothing is ever fetched while parsing. A document's own `catalog` goes before this table,
 * because one alias may mean different schemes at different providers; an unknown alias is kept as it came.
 *
 * Source: IPTC catalog "IPTC-G2-Standards"; NewsML-G2 specification 2.35, examples.
 */
const newscodes = 'http://cv.iptc.org/newscodes/'

export const schemes: ReadonlyMap<string, string> = new Map([
  ['medtop', `${newscodes}mediatopic/`],
  ['subj', `${newscodes}subjectcode/`],
  ['genre', `${newscodes}genre/`],
  ['ninat', `${newscodes}ninature/`],
  ['cpnat', `${newscodes}cpnature/`],
  ['catinat', `${newscodes}catinature/`],
  ['kinat', `${newscodes}kinature/`],
  ['plinat', `${newscodes}plinature/`],
  ['stat', `${newscodes}pubstatusg2/`],
  ['sig', `${newscodes}signal/`],
  ['drol', `${newscodes}descriptionrole/`],
  ['hldrol', `${newscodes}headlinerole/`],
  ['nrol', `${newscodes}namerole/`],
  ['irel', `${newscodes}itemrelation/`],
  ['crel', `${newscodes}conceptrelation/`],
  ['rnd', `${newscodes}rendition/`],
  ['scene', `${newscodes}scene/`],
  ['nprov', `${newscodes}newsprovider/`],
  ['pgrmod', `${newscodes}pgrmode/`],
  ['isrol', `${newscodes}infosourcerole/`],
  ['warn', `${newscodes}warning/`],
  ['app', `${newscodes}application/`],
  ['how', `${newscodes}howextracted/`],
  ['trustind', `${newscodes}trustindicator/`],
  ['digsrctype', `${newscodes}digitalsourcetype/`],
])

const aliases: ReadonlyMap<string, string> = new Map([...schemes].map(([alias, uri]) => [uri, alias]))

/** The usual alias of a scheme URI: `http://cv.iptc.org/newscodes/mediatopic/` is medtop. http and https are one. */
export function aliasOf(uri: string): string | undefined {
  return aliases.get(uri.replace(/^https:/, 'http:'))
}
