/** Longer ids are none that an agency gives out. */
const longestIdentity = 300

/** Where AP's asset id of a picture stands in the addresses of its sites, members and API. */
const assetAddress =
  /(?:assets\.apnews\.com|afs-prod\/media|associatedpress\.com\/v\d\/items|ap\.org\/media\/v\/content)(?:\/[a-f0-9]{2}){0,4}\/([a-f0-9]{20,40})/u
const bareAsset = /^(?:ap:)?([a-f0-9]{20,64})$/u
const uuid = /(?:^|[^a-f0-9])([a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})(?![a-f0-9-])/u

/**
 * The id by which a picture is known beyond one document, in one form for all who print it: the agency's asset id, a
 * GUID, IPTC's unique object name, a urn or tag. Undefined for a plain address: two sites have two for one photo, and
 * one site may have one for every photo it lacks.
 */
export function pictureIdentity(uri: string): string | undefined {
  const name = uri.trim().toLowerCase()
  if (name === '' || name.length > 2000) return undefined
  const web = /^https?:/u.test(name)
  const path = web ? name.replace(/[?#].*$/u, '').replaceAll('%2f', '/') : name
  const asset = assetAddress.exec(name.replaceAll('%2f', '/'))?.[1] ?? bareAsset.exec(name)?.[1]
  if (asset !== undefined) return `asset:${asset}`
  // a folder of an address may be the customer's, so only its file counts
  const guid = uuid.exec(web ? path.slice(path.lastIndexOf('/')) : path)?.[1]?.replaceAll('-', '')
  // all zeros stand where a program had nothing to write
  if (guid !== undefined && /[1-9a-f]/u.test(guid)) return `asset:${guid}`
  if (web || name.length > longestIdentity || !/^(?:urn|tag|uno|guid):./u.test(name)) return undefined
  return name.replace(/#.*$/u, '')
}
