/**
 * Who published a story: the authority that gave out its id, else the host in its address or the domain in its URN, else
 * the authority of its feed (text wires and pages saved without their address carry no id at all). Pages of one site are
 * one outlet, whatever feed brought them.
 */
export function outletOf(authority: string, uri: string, feedAuthority: string): string {
  if (authority !== '') return authority.toLowerCase()
  const host = /^https?:\/\/(?:[^/?#@]{0,200}@)?(?:www\d?\.|m\.|amp\.)?([^/?#:]{1,253})/iu.exec(uri)?.[1]
  if (host !== undefined) return host.toLowerCase()
  // tag:example.org,2026:id and urn:newsml:example.org:20260312:id name who made them
  const domain = /^(?:tag|urn:newsml|urn:publicid|urn:newsitem|urn:nitf):([a-z0-9.-]{3,253})/iu.exec(uri)?.[1]
  return domain !== undefined && domain.includes('.') ? domain.toLowerCase() : feedAuthority.toLowerCase()
}
