import ipaddr from 'ipaddr.js'

/** Why an address is refused, in a word for the log; undefined when it may be used. */
export type Refusal = string | undefined

/** A feed may be allowed these with `allowPrivate`: an agency's box in the newsroom, a tunnel, a test on the same machine. */
const allowable = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat'])

/**
 * Services of cloud hosts that hand out credentials to whoever asks from inside the machine. Refused even with
 * `allowPrivate`: no agency serves news from them. (169.254.169.254 and its kin are link-local and fall with that range.)
 */
const metadataServices = new Set(['100.100.100.200', '168.63.129.16', 'fd00:ec2::254'])

/** The IPv4 address a mapped or translated IPv6 address stands for, when the kernel or a gateway would go there. */
function embeddedV4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const range = address.range()
  if (range === 'ipv4Mapped') return new ipaddr.IPv4(address.toByteArray().slice(12))
  return undefined
}

/** True for what the URL standard or a resolver takes as an address rather than a name. */
export function isAddress(host: string): boolean {
  return ipaddr.isValid(bare(host))
}

/**
 * Decides about one address as it will be connected to. Everything that is not plain global unicast is refused:
 * loopback, private, link-local, shared (CGNAT), multicast, reserved and documentation ranges, and every IPv6 form that
 * carries an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo), because a gateway would unwrap it behind us.
 */
export function refuseAddress(host: string, allowPrivate = false): Refusal {
  const text = bare(host)
  if (!ipaddr.isValid(text)) return 'not an address'
  let address = ipaddr.parse(text)
  if (metadataServices.has(address.toString())) return 'a metadata service'
  if (address instanceof ipaddr.IPv6) {
    const inner = allowPrivate ? embeddedV4(address) : undefined
    if (inner !== undefined) address = inner
    else if (address.range() === 'unicast') return globalUnicast.test(address.toString()) ? undefined : 'reserved'
  }
  const range: string = address.range()
  if (range === 'unicast') return metadataServices.has(address.toString()) ? 'a metadata service' : undefined
  if (allowPrivate && allowable.has(range) && !metadataServices.has(address.toString())) return undefined
  return range
}

/** Of IPv6 only 2000::/3 is given out for use on the internet; the rest is reserved (RFC 4291, IANA registry). */
const globalUnicast = /^[23][0-9a-f]{3}:/

function bare(host: string): string {
  const open = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host
  const zone = open.indexOf('%')
  return zone < 0 ? open : open.slice(0, zone)
}
