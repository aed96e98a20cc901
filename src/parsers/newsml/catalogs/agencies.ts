/**
 * Agencies by the names they go under in provider, sender, guid and ProviderId: the domain that stands for them as an
 * authority, and the zone in which they write times without one. Seen in documents; a feed's configured zone goes
 * before it. Keys in lower case.
 */
export interface Agency {
  readonly domain: string
  /** IANA zone. */
  readonly zone: string
}

const agency = (domain: string, zone: string): Agency => ({ domain, zone })

const aap = agency('aap.com.au', 'Australia/Sydney')
const afp = agency('afp.com', 'Europe/Paris')
const ana = agency('ana-mpa.gr', 'Europe/Athens')
const anp = agency('anp.nl', 'Europe/Amsterdam')
const ansa = agency('ansa.it', 'Europe/Rome')
const ap = agency('ap.org', 'UTC')
const apa = agency('apa.at', 'Europe/Vienna')
const ats = agency('keystone-ats.ch', 'Europe/Zurich')
const belga = agency('belga.be', 'Europe/Brussels')
const businessWire = agency('businesswire.com', 'America/New_York')
const cp = agency('thecanadianpress.com', 'America/Toronto')
const ctk = agency('ctk.cz', 'Europe/Prague')
const dpa = agency('dpa.com', 'Europe/Berlin')
const efe = agency('efe.com', 'Europe/Madrid')
const europaPress = agency('europapress.es', 'Europe/Madrid')
const globeNewswire = agency('globenewswire.com', 'America/New_York')
const jiji = agency('jiji.com', 'Asia/Tokyo')
const kyodo = agency('kyodonews.jp', 'Asia/Tokyo')
const lusa = agency('lusa.pt', 'Europe/Lisbon')
const mti = agency('mti.hu', 'Europe/Budapest')
const ntb = agency('ntb.no', 'Europe/Oslo')
const pa = agency('pressassociation.io', 'Europe/London')
const pap = agency('pap.pl', 'Europe/Warsaw')
const reuters = agency('reuters.com', 'UTC')
const ritzau = agency('ritzau.dk', 'Europe/Copenhagen')
const scoop = agency('scoop.co.nz', 'Pacific/Auckland')
const stt = agency('stt.fi', 'Europe/Helsinki')
const tass = agency('tass.com', 'Europe/Moscow')
const tt = agency('tt.se', 'Europe/Stockholm')
const xinhua = agency('xinhuanet.com', 'Asia/Shanghai')
const yonhap = agency('yna.co.kr', 'Asia/Seoul')

const names: ReadonlyMap<string, Agency> = new Map([
  ['aap', aap],
  ['aap.com.au', aap],
  ['australian associated press', aap],
  ['afp', afp],
  ['afp.com', afp],
  ['ana', ana],
  ['ana-mpa', ana],
  ['ana-mpa.gr', ana],
  ['ana-mpe.gr', ana],
  ['anp', anp],
  ['anp.nl', anp],
  ['ansa', ansa],
  ['ansa.it', ansa],
  ['ap', ap],
  ['ap.org', ap],
  ['associated press', ap],
  ['the associated press', ap],
  ['apa', apa],
  ['apa.at', apa],
  ['ats', ats],
  ['ats.ch', ats],
  ['sda', ats],
  ['sda.ch', ats],
  ['sda-ats.ch', ats],
  ['keystone-sda', ats],
  ['keystone-ats', ats],
  ['keystone-ats.ch', ats],
  ['belga', belga],
  ['belga.be', belga],
  ['www.belga.be', belga],
  ['belga exporter', belga],
  ['business wire', businessWire],
  ['businesswire.com', businessWire],
  ['cp', cp],
  ['the canadian press', cp],
  ['thecanadianpress.com', cp],
  ['ctk', ctk],
  ['ctk.cz', ctk],
  ['čtk', ctk],
  ['dpa', dpa],
  ['dpa.com', dpa],
  ['efe', efe],
  ['efe.com', efe],
  ['texto.efeservicios.com', efe],
  ['europa press', europaPress],
  ['europapress.es', europaPress],
  ['globenewswire', globeNewswire],
  ['globenewswire.com', globeNewswire],
  ['marketwired.com', globeNewswire],
  ['jiji', jiji],
  ['jiji.com', jiji],
  ['jiji press', jiji],
  ['kyodo', kyodo],
  ['kyodo news', kyodo],
  ['kyodo.co.jp', kyodo],
  ['kyodonews.jp', kyodo],
  ['lusa', lusa],
  ['lusa.pt', lusa],
  ['mti', mti],
  ['mti.hu', mti],
  ['ntb', ntb],
  ['ntb.no', ntb],
  ['pa', pa],
  ['pressassociation.io', pa],
  ['pressassociation.com', pa],
  ['the press association', pa],
  ['press association', pa],
  ['pa media', pa],
  ['pap', pap],
  ['pap.pl', pap],
  ['reuters', reuters],
  ['reuters.com', reuters],
  ['thomsonreuters.com', reuters],
  ['ritzau', ritzau],
  ['ritzau.dk', ritzau],
  ['scoop', scoop],
  ['scoop.co.nz', scoop],
  ['stt', stt],
  ['stt.fi', stt],
  ['stt-lehtikuva.fi', stt],
  ['tass', tass],
  ['itar-tass', tass],
  ['itar-tass.com', tass],
  ['tass.com', tass],
  ['tass.ru', tass],
  ['tt', tt],
  ['tt.se', tt],
  ['xinhua', xinhua],
  ['xinhuanet.com', xinhua],
  ['yonhap', yonhap],
  ['yna.co.kr', yonhap],
])

/** The first agency that one of these names belongs to. */
export function findAgency(candidates: readonly (string | undefined)[]): Agency | undefined {
  for (const name of candidates) {
    const found = name === undefined ? undefined : names.get(name.trim().toLowerCase())
    if (found !== undefined) return found
  }
  return undefined
}

/** True when the uri is unique in the world by itself and needs no authority beside it. */
export function isGlobalUri(uri: string): boolean {
  return /^(?:urn|tag|https?):/i.test(uri)
}

/**
 * Who gave out a uri that is not globally unique: the agency's domain, else the first name that looks like a domain,
 * else the first name, in lower case.
 */
export function readAuthority(uri: string, candidates: readonly (string | undefined)[]): string | undefined {
  if (isGlobalUri(uri)) return undefined
  const known = findAgency(candidates)
  if (known !== undefined) return known.domain
  const named = candidates.map((name) => name?.trim().toLowerCase()).filter((name) => name !== undefined && name !== '')
  return named.find((name) => /^[a-z0-9.-]+\.[a-z]{2,}$/.test(name!)) ?? named[0]
}
