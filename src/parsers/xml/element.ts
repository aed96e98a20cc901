/**
 * An element of a document. Names are local names: agencies change prefixes and namespaces between releases (formats of
 * the same kind arrive in the IPTC namespace, in none, or in Atom's), so nothing may depend on them.
 */
export interface XmlElement {
  readonly name: string
  /** Empty when there is none. */
  readonly prefix: string
  readonly namespace?: string
  /** By local name; `xml:` attributes keep their prefix ("xml:lang"), and namespace declarations are left out. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string
