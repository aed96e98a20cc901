import { Parser } from 'htmlparser2'
import { WireError } from '../../story/errors.ts'

/** An element of a page. Light on purpose: a page has thousands, and most are thrown away. */
export interface PageElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: PageNode[]
  parent: PageElement | undefined
}

export type PageNode = PageElement | string

/** A parsed page: its tree without scripts and styles, and what its head says. */
export interface Page {
  readonly root: PageElement
  readonly body: PageElement
  readonly title: string
  readonly language?: string
  /** Name or property of a meta element, lower case, to its values in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  readonly canonical?: string
  readonly base?: string
  /** The raw texts of application/ld+json blocks. */
  readonly jsonLd: readonly string[]
}

/** Deeper elements are hung on the last allowed ancestor: their words stay, the walkers cannot overflow the stack. */
const depthLimit = 256
const elementLimit = 200_000
const jsonLdLimit = 1_000_000

/** Never shown as text, or not text. Their content is skipped while parsing. */
const dropped = new Set(
  'script style noscript template svg math iframe frame frameset object embed applet audio canvas map select option datalist'.split(
    ' ',
  ),
)
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** True for an element, false for text. */
export function isElement(node: PageNode | undefined): node is PageElement {
  return typeof node === 'object'
}

/** A fresh element without content. */
export function newElement(name: string, attributes: Readonly<Record<string, string>> = {}): PageElement {
  return { name, attributes, children: [], parent: undefined }
}

/** No honest page nests so deep; the HTML parser's own stack costs time by its depth. */
const openLimit = 3_000

/** Parses HTML in one pass. Throws a WireError `parse.too-deep` on nesting no page has; never on malformed markup. */
export function readPage(html: string): Page {
  const root = newElement('html')
  const metas = new Map<string, string[]>()
  const jsonLd: string[] = []
  let body: PageElement | undefined
  let current = root
  let depth = 0
  let elements = 0
  let open = 0
  // elements over the limits are opened and closed without being built
  const skippedOpens: string[] = []
  let skipName = ''
  let skipDepth = 0
  let inHead = false
  let capture: 'title' | 'json-ld' | undefined
  let captured = ''
  let title = ''
  let language: string | undefined
  let canonical: string | undefined
  let base: string | undefined

  const readHead = (name: string, attributes: Record<string, string>): void => {
    if (name === 'meta') {
      const key = (
        attributes.property ??
        attributes.name ??
        attributes.itemprop ??
        attributes['http-equiv']
      )?.toLowerCase()
      if (key === undefined || attributes.content === undefined || key.length > 80) return
      const values = metas.get(key)
      if (values === undefined) metas.set(key, [attributes.content])
      else if (values.length < 40) values.push(attributes.content)
    } else if (name === 'link') {
      if (/(?:^|\s)canonical(?:\s|$)/iu.test(attributes.rel ?? '')) canonical ??= attributes.href
    } else if (name === 'base') base ??= attributes.href
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!voids.has(name) && ++open > openLimit)
          throw new WireError('parse.too-deep', `elements nested deeper than ${openLimit}`)
        if (skipName !== '') {
          if (name === skipName) skipDepth++
          if (skipName === 'noscript' && name === 'meta') readHead(name, attributes)
          return
        }
        if (name === 'head') {
          inHead = true
          return
        }
        if (name === 'html') {
          language ??= attributes.lang ?? attributes['xml:lang']
          return
        }
        if (name === 'meta' || name === 'link' || name === 'base') {
          readHead(name, attributes)
          if (name !== 'meta' || inHead) return
        }
        if (name === 'title' && title === '') {
          capture = 'title'
          captured = ''
          return
        }
        if (name === 'script' && /ld\+json/iu.test(attributes.type ?? '')) {
          capture = 'json-ld'
          captured = ''
          return
        }
        if (dropped.has(name)) {
          if (voids.has(name)) return
          skipName = name
          skipDepth = 1
          return
        }
        if (name === 'body') {
          inHead = false
          if (body) return
        }
        if (++elements > elementLimit || depth >= depthLimit) {
          if (!voids.has(name)) skippedOpens.push(name)
          return
        }
        const element: PageElement = { name, attributes, children: [], parent: current }
        current.children.push(element)
        if (name === 'body') body = element
        if (voids.has(name)) return
        current = element
        depth++
      },
      ontext(text) {
        if (skipName !== '') return
        if (capture !== undefined) {
          if (captured.length < jsonLdLimit) captured += text
          return
        }
        const { children } = current
        const last = children.length - 1
        if (typeof children[last] === 'string') children[last] += text
        else children.push(text)
      },
      onclosetag(name) {
        if (!voids.has(name)) open--
        if (skipName !== '') {
          if (name === skipName && --skipDepth === 0) skipName = ''
          return
        }
        if (capture === 'title' && name === 'title') {
          title = captured
          capture = undefined
          return
        }
        if (capture === 'json-ld' && name === 'script') {
          jsonLd.push(captured)
          capture = undefined
          return
        }
        if (name === 'head') inHead = false
        if (voids.has(name)) return
        if (skippedOpens.at(-1) === name) {
          skippedOpens.pop()
          return
        }
        if (current.name === name && current.parent !== undefined && name !== 'body') {
          current = current.parent
          depth--
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: false },
  )
  parser.end(html)
  return {
    root,
    body: body ?? root,
    title: title.replace(/\s+/gu, ' ').trim(),
    ...(language === undefined ? {} : { language }),
    metas,
    ...(canonical === undefined ? {} : { canonical }),
    ...(base === undefined ? {} : { base }),
    jsonLd,
  }
}
