import { decodeHTMLStrict } from 'entities'
import type * as Saxes from 'saxes'
import { charsetOf, decodeText } from '../../normalise/charset.ts'
import { onDemand } from '../../normalise/on-demand.ts'
import { mapC1 } from '../../normalise/windows-1252.ts'
import type { CharsetChoice } from '../../story/charset.ts'
import type { ErrorCode } from '../../story/errors.ts'
import { WireError } from '../../story/errors.ts'
import type { ItemWarning } from '../../story/item.ts'
import type { ParserInput } from '../parser.ts'
import type { XmlElement, XmlNode } from './element.ts'
import { diagnose } from './diagnose.ts'
import { hasIllegalCharacter, repairXml } from './repair.ts'

const saxes = onDemand<typeof Saxes>('saxes')

export type XmlOutcome =
  | {
      readonly kind: 'read'
      readonly root: XmlElement
      /** True when the document was not well-formed; what was done stands in the warnings. */
      readonly repaired: boolean
      readonly charset?: CharsetChoice
      readonly warnings: ItemWarning[]
    }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail: string }

/** No honest wire document comes near these; hostile ones pass them at once. */
export const xmlLimits = { depth: 200, elements: 200_000, attributes: 1_000, attributeLength: 500_000 } as const

const noAttributes: ReadonlyMap<string, string> = new Map()

// The five of XML, then whatever HTML knows: agencies use &nbsp; and &eacute; without declaring them.
const named = new Map<string, string | undefined>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function entityText(name: string): string | undefined {
  if (named.has(name)) return named.get(name)
  const decoded = /^[A-Za-z]\w{0,40}$/.test(name) ? decodeHTMLStrict(`&${name};`) : undefined
  const text = decoded === `&${name};` ? undefined : decoded
  if (text !== undefined) named.set(name, text)
  return text
}

const entities = new Proxy(Object.create(null) as Record<string, string>, {
  get: (_, name) => (typeof name === 'string' ? entityText(name) : undefined),
})

/**
 * Reads a document into a tree: a strict pass first, and only when that fails the repair of repair.ts and a second strict
 * pass. A DOCTYPE is tolerated, never expanded, never fetched.
 */
export function readXml(input: ParserInput | string): XmlOutcome {
  const warnings: ItemWarning[] = []
  let charset: CharsetChoice | undefined
  let text: string
  if (typeof input === 'string') text = input
  else {
    const decoded = decodeText(input.bytes, {
      declared: declaredEncoding(input.bytes),
      transport: charsetOf(input.contentType),
    })
    text = decoded.text
    charset = decoded.charset
    warnings.push(...decoded.warnings)
  }
  text = text.trimStart()
  if (text === '') return { kind: 'refused', code: 'parse.empty', detail: 'no characters' }

  const declared = entitiesOfDoctype(text)
  try {
    return { kind: 'read', root: build(text), repaired: false, ...(charset && { charset }), warnings }
  } catch (error) {
    if (error instanceof WireError) return { kind: 'refused', code: error.code, detail: error.detail }
    const reason = reasonOf(error)
    for (const name of declared) {
      // what such an entity stands for is unknown, huge or on somebody's disk: text with a hole is no story
      if (entityText(name) === undefined && text.includes(`&${name};`)) {
        return {
          kind: 'refused',
          code: 'parse.malformed',
          detail: `uses the entity ${name.slice(0, 40)} that only its DOCTYPE defines`,
        }
      }
    }
    const repair = repairXml(text, (name) => entityText(name) !== undefined)
    try {
      const root = build(repair.text)
      warnings.push({ code: 'xml.repaired', detail: `${reason}; ${repair.done.join(', ')}` })
      if (repair.cut) warnings.push({ code: 'xml.truncated', detail: 'the document ends inside an element' })
      return { kind: 'read', root, repaired: true, ...(charset && { charset }), warnings }
    } catch (again) {
      if (again instanceof WireError) return { kind: 'refused', code: again.code, detail: again.detail }
      const cut = repair.cut && !/<[A-Za-z]/.test(repair.text)
      return { kind: 'refused', code: cut ? 'parse.truncated' : 'parse.malformed', detail: diagnose(text) ?? reason }
    }
  }
}

/** The encoding an XML declaration claims. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 400)).toString('latin1')
  return /<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([A-Za-z0-9_:.-]{1,40})["']/.exec(head)?.[1]
}

interface Frame {
  readonly children: XmlNode[]
  readonly scope: ReadonlyMap<string, string>
}

const xmlScope: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])

function build(text: string): XmlElement {
  // XML 1.1 allows control characters as references; they are junk all the same
  if (hasIllegalCharacter(text)) throw new Error('illegal control character')
  const parser = new (saxes().SaxesParser)({ xmlns: false, position: true })
  const frames: Frame[] = []
  const mayHoldC1 =
    /[\u0080-\u009f]/.test(text) || (text.includes('&#') && /&#(?:x0{0,4}[89]|0{0,4}1[2-5]\d)/i.test(text))
  let root: XmlElement | undefined
  let elements = 0
  let attributes = 0
  parser.ENTITIES = entities

  const addText = (chunk: string): void => {
    const children = frames.at(-1)?.children
    if (children === undefined || chunk === '') return
    const clean = mayHoldC1 ? mapC1(chunk) : chunk
    const last = children.length - 1
    const before = children[last]
    if (typeof before === 'string') children[last] = before + clean
    else children.push(clean)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentagstart', () => {
    attributes = 0
    if (++elements > xmlLimits.elements)
      throw new WireError('parse.too-deep', `more than ${xmlLimits.elements} elements`)
    if (frames.length >= xmlLimits.depth) throw new WireError('parse.too-deep', `nested deeper than ${xmlLimits.depth}`)
  })
  parser.on('attribute', ({ value }) => {
    if (++attributes > xmlLimits.attributes)
      throw new WireError('parse.too-deep', `more than ${xmlLimits.attributes} attributes on one element`)
    if (value.length > xmlLimits.attributeLength)
      throw new WireError('parse.too-large', `an attribute of ${value.length} characters`)
  })
  parser.on('opentag', (tag) => {
    const parent = frames.at(-1)
    const scope = scopeOf(tag.attributes, parent?.scope ?? xmlScope)
    const colon = tag.name.indexOf(':')
    const prefix = colon < 0 ? '' : tag.name.slice(0, colon)
    const namespace = scope.get(prefix)
    const children: XmlNode[] = []
    const name = colon < 0 ? tag.name : tag.name.slice(colon + 1)
    const own = attributesOf(tag.attributes, mayHoldC1)
    const element: XmlElement =
      namespace === undefined || namespace === ''
        ? { name, prefix, attributes: own, children }
        : { name, prefix, namespace, attributes: own, children }
    if (parent === undefined) root = element
    else parent.children.push(element)
    frames.push({ children, scope })
  })
  parser.on('closetag', () => {
    frames.pop()
  })
  parser.write(text).close()
  if (root === undefined) throw new Error('no root element')
  return root
}

function scopeOf(attributes: Record<string, string>, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let scope: Map<string, string> | undefined
  for (const name in attributes) {
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue
    scope ??= new Map(outer)
    scope.set(name.slice(6), (attributes[name] ?? '').trim())
  }
  return scope ?? outer
}

function attributesOf(attributes: Record<string, string>, mayHoldC1: boolean): ReadonlyMap<string, string> {
  let found: Map<string, string> | undefined
  for (const name in attributes) {
    if (name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')) continue
    const colon = name.indexOf(':')
    const key = colon < 0 || name.startsWith('xml:') ? name : name.slice(colon + 1)
    found ??= new Map()
    // an unprefixed attribute wins over a prefixed one of the same local name
    if (colon < 0 || !found.has(key))
      found.set(key, mayHoldC1 ? mapC1(attributes[name] ?? '') : (attributes[name] ?? ''))
  }
  return found ?? noAttributes
}

/** Names of the general entities that an internal DTD subset declares. */
function entitiesOfDoctype(text: string): readonly string[] {
  const begin = text.slice(0, 2_000).search(/<!DOCTYPE/i)
  if (begin < 0) return []
  const names: string[] = []
  for (const match of text.slice(begin, begin + 100_000).matchAll(/<!ENTITY\s{1,20}([A-Za-z_][\w.-]{0,60})/g)) {
    names.push(match[1] ?? '')
    if (names.length >= 1_000) break
  }
  return names
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  // saxes writes "line:column: message."
  return message.replace(/^(\d+):(\d+): (.{0,160}?)\.?$/s, 'line $1, column $2: $3').slice(0, 200)
}
