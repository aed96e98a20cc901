import type { MadeStory } from '../made.ts'
import { setMarkup } from './markup.ts'
import { outlets } from './outlets.ts'
import type { Outlet } from './outlets.ts'
import type { Block, SheetStory } from './sheets.ts'

/** A story of the set as it is filed, and the labels with which it is not scored. */
export interface PrintedStory extends MadeStory {
  readonly grey: readonly string[]
}

/** Sets the stories in the type of their outlets. A write-through comes back under the address of what it replaces. */
export function printStories(
  stories: readonly SheetStory[],
  known: Readonly<Record<string, Outlet>> = outlets,
): PrintedStory[] {
  const addresses = new Map<string, number>()
  return stories.map((story, at) => {
    const chain = `${story.outlet} ${story.label}`
    if (story.version === 1) addresses.set(chain, at)
    return printStory(story, addresses.get(chain)!, known)
  })
}

/** Sets a story in the type of its outlet: as ninjs, or as a page with the usual furniture around it. */
function printStory(story: SheetStory, number: number, known: Readonly<Record<string, Outlet>>): PrintedStory {
  const outlet = known[story.outlet]
  const origin = known[story.origin]
  if (outlet === undefined || origin === undefined) throw new Error(`no outlet ${story.outlet} or ${story.origin}`)
  const created = new Date(story.minute * 60_000)
  const id = `2026${1000 + ((number * 7919) % 9000)}${number}`
  const uri = outlet.agency ? `urn:newsml:${outlet.domain}:${id}` : `https://www.${outlet.domain}/news/${id}/`
  const borrowed = outlet !== origin
  const credit = borrowed ? (story.credit ?? outlet.credit) : 'none'
  const byline = credit === 'byline' ? [story.by, origin.name].filter(Boolean).join(', ') : story.by
  const blocks = story.blocks.map((block, at) => (at === 0 && story.line !== '' ? `${story.line} ${block}` : block))
  if (credit === 'tail') blocks.push(tailOf(origin, created))
  const paragraphs = setMarkup(
    blocks.map((block) => htmlOf(setType(block, outlet))),
    story.setting,
  )
  const furniture = (outlet.furniture ?? []).map((block) => htmlOf(setType(block, outlet)))
  const body = [...paragraphs, ...furniture].join('\n')
  const head = setType(story.head, outlet)
  const parts = { uri, created: created.toISOString(), version: story.version, head, byline, body, outlet }
  const source = outlet.agency || credit === 'field' ? origin.name : undefined
  const document =
    outlet.format === 'page' ? pageOf(parts, source) : ninjsOf(parts, source, outlet.agency ? story.slug : '')
  return { feed: story.outlet, uri, label: story.label, grey: story.grey, kind: story.kind, document }
}

interface Parts {
  readonly uri: string
  readonly created: string
  readonly version: number
  readonly head: string
  readonly byline: string
  readonly body: string
  readonly outlet: Outlet
}

function ninjsOf(
  { uri, created, version, head, byline, body, outlet }: Parts,
  source: string | undefined,
  slug: string,
): string {
  return JSON.stringify({
    uri,
    type: 'text',
    version: String(version),
    firstcreated: created,
    versioncreated: created,
    language: outlet.language,
    pubstatus: 'usable',
    headline: head,
    ...(slug === '' ? {} : { slugline: slug }),
    ...(byline === '' ? {} : { byline }),
    ...(source === undefined ? {} : { infosources: [{ name: source }], creditline: source }),
    body_html: body,
  })
}

function pageOf({ uri, created, head, byline, body, outlet }: Parts, source: string | undefined): string {
  const author = [byline.replace(/^(?:By|Von|Par|Por|Av) /, ''), source].filter(Boolean).join(', ')
  const metadata = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: head,
    datePublished: created,
    url: uri,
    ...(author === '' ? {} : { author: { '@type': 'Person', name: author } }),
    publisher: { '@type': 'Organization', name: outlet.name },
  }
  return `<!DOCTYPE html>
<html lang="${outlet.language}"><head><meta charset="utf-8"><title>${escape(head)} | ${outlet.name}</title>
<link rel="canonical" href="${uri}"><meta property="og:site_name" content="${outlet.name}">
<script type="application/ld+json">${JSON.stringify(metadata).replaceAll('<', '\\u003c')}</script></head>
<body><nav><ul><li><a href="/">1</a></li><li><a href="/sport">2</a></li></ul></nav>
<main><article><h1>${escape(head)}</h1>${byline === '' ? '' : `<div class="byline">${escape(byline)}</div>`}
${body}
</article></main>
<footer><p>© ${created.slice(0, 4)} ${outlet.name}</p></footer></body></html>`
}

function tailOf(origin: Outlet, created: Date): string {
  const year = created.getUTCFullYear()
  if (origin.language === 'de')
    return `© ${origin.name}-infocom, ${origin.name}:${created.toISOString().slice(2, 10).replaceAll('-', '')}-930-${year}/1`
  if (origin.language === 'es') return `© Agencia ${origin.name}, S.A. Todos los derechos reservados.`
  const name = origin.name === 'Associated Press' ? 'The Associated Press' : origin.name
  return `Copyright ${year} ${name}. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function htmlOf(block: Block): string {
  const lines = escape(block).split('\n')
  if (block.startsWith('- ')) return `<ul>${lines.map((line) => `<li>${line.slice(2)}</li>`).join('')}</ul>`
  if (!block.startsWith('| ')) return `<p>${lines.join(' ')}</p>`
  const row = (line: string) =>
    line
      .slice(2)
      .split(' | ')
      .map((cell) => `<td>${cell}</td>`)
      .join('')
  return `<table>${lines.map((line) => `<tr>${row(line)}</tr>`).join('')}</table>`
}

const marks: Readonly<Record<Outlet['quotes'], readonly [string, string, string]>> = {
  plain: ['"', '"', "'"],
  smart: ['“', '”', '’'],
  low: ['„', '“', '’'],
  guillemets: ['«\u00a0', '\u00a0»', '’'],
  swedish: ['”', '”', '’'],
}

/** Sheets are written with plain quotes, em dashes and American spelling. */
function setType(text: string, { quotes, dash, spelling, language }: Outlet): string {
  const [open, close, apostrophe] = marks[quotes]
  // German pages turn the guillemets about
  const turned = quotes === 'guillemets' && language === 'de'
  const words = spelling === 'uk' ? british(text) : text
  return words
    .replace(/(^|[\s(—-])"/g, (_, before: string) => `${before}${turned ? '»' : open}`)
    .replaceAll('"', turned ? '«' : close)
    .replaceAll("'", apostrophe)
    .replaceAll('—', dash)
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/\b([Cc]ol|[Hh]arb|[Nn]eighb|[Ll]ab|[Ff]av|[Rr]um|[Hh]on|[Vv]ap)or(?=s?\b|ed\b|ing\b|s?'|hood|ful|ite)/g, '$1our'],
  [/\b([Cc])enter/g, '$1entre'],
  [/\b([Tt]heat|[Mm]et|[Ff]ib|[Ll]it|[Kk]ilomet)er(?=s?\b)/g, '$1re'],
  [/\b([Oo]rgan|[Rr]ecogn|[Cc]ritic|[Aa]polog|[Aa]uthor|[Rr]eal|[Uu]t?il)iz(?=e|ing|ation)/g, '$1is'],
  [/\b([Cc]ancel|[Tt]ravel|[Ll]abel|[Ff]uel|[Ss]ignal)(ed|ing|er)\b/g, '$1l$2'],
  [/\b([Pp])rogram(?=s?\b)/g, '$1rogramme'],
  [/\b([Dd]efen|[Oo]ffen|[Ll]icen)se(?=s?\b)/g, '$1ce'],
  [/\bpercent\b/g, 'per cent'],
  [/\b([Tt])oward\b/g, '$1owards'],
  [/\b([Gg])ray\b/g, '$1rey'],
  [/\b([Pp])low/g, '$1lough'],
  [/\b([Tt])ire(?=s?\b)/g, '$1yre'],
]

function british(text: string): string {
  return spellings.reduce((left, [from, to]) => left.replace(from, to), text)
}
