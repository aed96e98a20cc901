/** Parameters that open a door. Compared without case, blanks, dashes and underscores. */
const keyNames = new Set(
  (
    'apikey key xapikey appkey appid accesskey accesstoken authtoken token auth authorization oauthtoken clientsecret ' +
    'secret password passwd pass pwd user username sig signature sas policy credential jwt bearer ' +
    'awsaccesskeyid keypairid xamzsignature xamzcredential xamzsecuritytoken xgoogsignature'
  ).split(' '),
)

/**
 * Parameters that carry a session rather than a key: they differ with every answer. AP's links hold qt (feed token),
 * et, ai, dt, rid, cid and fid.
 */
const sessionNames = new Set('qt et ai dt rid cid fid sessionid session sid phpsessid jsessionid'.split(' '))

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_.-]/g, '')

/** True for a query parameter whose value must never be stored. */
export function isKeyParameter(name: string): boolean {
  return keyNames.has(plain(name))
}

function without(url: string, drop: (name: string) => boolean): string {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return url.split(/[?#]/, 1)[0] ?? ''
  }
  const dropped = [...parsed.searchParams.keys()].some(drop)
  // An agency's link is opaque: as long as nothing in it is secret it stays as it came, letter by letter.
  if (!dropped && parsed.username === '' && parsed.password === '' && parsed.hash === '') return url
  parsed.username = ''
  parsed.password = ''
  parsed.hash = ''
  if (!dropped) return parsed.href
  // Cut textually: URLSearchParams would re-encode the parameters that stay, and a signed link would break.
  const kept = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => !drop(decode(pair.split('=', 1)[0] ?? '')))
  parsed.search = kept.join('&')
  return parsed.href
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '))
  } catch {
    return name
  }
}

/**
 * The URL without keys, user and password, for storage: what is left still leads to the same place once the key is sent
 * in a header. Session tokens stay, a cursor is made of them.
 */
export function stripKeys(url: string): string {
  return without(url, isKeyParameter)
}

/** The URL without keys and without session tokens, for logs, messages and whatever readers may see. */
export function redactUrl(url: string): string {
  return without(url, (name) => isKeyParameter(name) || sessionNames.has(plain(name)))
}
