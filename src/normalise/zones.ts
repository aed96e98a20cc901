/**
 * Zone names that occur in wire dates, in minutes east of UTC. Names that mean different offsets in different places
 * (AST, ECT) are left out: such a time counts as zoneless.
 */
const offsets: Readonly<Record<string, number>> = {
  UTC: 0, GMT: 0, UT: 0, Z: 0, WET: 0,
  BST: 60, CET: 60, MEZ: 60, WEST: 60, CEST: 120, MESZ: 120, EET: 120, SAST: 120, EEST: 180, MSK: 180,
  GST: 240, IST: 330, WIB: 420, HKT: 480, SGT: 480, AWST: 480, JST: 540, KST: 540, ACST: 570, AEST: 600, ACDT: 630,
  AEDT: 660, NZST: 720, NZDT: 780,
  NDT: -150, NST: -210, ADT: -180, BRT: -180, EDT: -240, EST: -300, CDT: -300, CST: -360, MDT: -360, MST: -420,
  PDT: -420, PST: -480, AKDT: -480, AKST: -540, HST: -600,
} // prettier-ignore

/** "+02:00" for "CEST", "+0200", "+02", "GMT+2"; "Z" for UTC; undefined when the zone is unknown. */
export function readOffset(raw: string): string | undefined {
  const zone = raw.trim().toUpperCase().replace(/\.$/, '')
  if (zone === 'Z') return 'Z'
  const named = offsets[zone]
  if (Object.hasOwn(offsets, zone) && named !== undefined) return formatOffset(named)
  const match = /^(?:GMT|UTC)?\s?([+\u2212-])(\d{1,2}):?([0-5]\d)?$/.exec(zone)
  if (match === null) return undefined
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return minutes > 14 * 60 ? undefined : formatOffset(match[1] === '+' ? minutes : -minutes)
}

function formatOffset(minutes: number): string {
  if (minutes === 0) return 'Z'
  const absolute = Math.abs(minutes)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}
