import { SaxesParser } from 'saxes'

/** A subscription in an OPML file. */
export interface OpmlEntry {
  readonly line: number
  readonly title: string | undefined
  readonly url: string
}

export interface OpmlReading {
  readonly entries: readonly OpmlEntry[]
  /** What was wrong, with its line, from 1. */
  readonly faults: readonly { readonly line: number; readonly detail: string }[]
}

const deepest = 64
const mostEntries = 20_000
const mostFaults = 1000
const mostAttributes = 1000

/**
 * Reads the subscriptions of an OPML file (opml.org/spec2.opml), however deep they are nested; folders are only passed
 * through. Other readers write the attribute names in any case. Entities of the file's own are refused: no subscription
 * list needs a DOCTYPE. What is wrong is listed, and what was read before it is kept.
 */
export function readOpml(text: string): OpmlReading {
  const entries: OpmlEntry[] = []
  const faults: { line: number; detail: string }[] = []
  const parser = new SaxesParser({ position: true })
  let depth = 0
  let isOpml = false
  const end = (detail: string): never => {
    throw new OpmlFault(parser.line, detail)
  }
  parser.on('error', (error) => end(error.message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', () => end('a DOCTYPE is not accepted'))
  let given = 0
  parser.on('attribute', () => {
    if (++given > mostAttributes) end(`an outline has more than ${mostAttributes} attributes`)
  })
  parser.on('opentag', (tag) => {
    given = 0
    depth++
    if (depth === 1 && tag.name.toLowerCase() !== 'opml')
      end(`this is no OPML: it begins with <${tag.name.slice(0, 40)}>`)
    isOpml = true
    if (depth > deepest) end(`outlines are nested deeper than ${deepest}`)
    if (tag.name.toLowerCase() !== 'outline') return
    if (entries.length >= mostEntries) end(`more than ${mostEntries} subscriptions`)
    const attributes = new Map(
      Object.entries(tag.attributes).map(([name, value]) => [name.toLowerCase(), String(value)]),
    )
    const url = attributes.get('xmlurl')?.trim()
    const title = [attributes.get('text'), attributes.get('title')].find(
      (given) => given !== undefined && given.trim() !== '',
    )
    if (url !== undefined && url !== '') entries.push({ line: parser.line, title: title?.trim(), url })
    else if (/^(rss|atom)$/i.test(attributes.get('type') ?? '')) {
      if (faults.length >= mostFaults) end(`more than ${mostFaults} faults`)
      faults.push({ line: parser.line, detail: `${title ?? 'a subscription'} has no xmlUrl` })
    }
  })
  parser.on('closetag', () => depth--)
  try {
    parser.write(text).close()
    if (!isOpml) faults.push({ line: 1, detail: 'the file is empty' })
  } catch (error) {
    if (!(error instanceof OpmlFault)) throw error
    faults.push({ line: error.line, detail: error.message })
  }
  return { entries, faults }
}

class OpmlFault extends Error {
  readonly line: number

  constructor(line: number, detail: string) {
    super(detail)
    this.line = line
  }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string =>
  // XML 1.0 has no place for control characters.
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"]/g, (character) => escapes[character]!)

/** Writes subscriptions as OPML 2.0. */
export function writeOpml(entries: readonly { readonly name: string; readonly url: string }[]): string {
  const outlines = entries.map(
    ({ name, url }) =>
      `    <outline type="rss" text="${escape(name)}" title="${escape(name)}" xmlUrl="${escape(url)}"/>`,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    '  <head><title>Feeds</title></head>',
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
  ].join('\n')
}
