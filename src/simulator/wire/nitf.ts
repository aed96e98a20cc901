import type { CaptionIntent } from './event.ts'

/** A picture as it stands in the body of a story. */
export interface BodyPicture {
  readonly uri: string
  readonly fileName: string
  readonly caption: CaptionIntent
  /** AP sets the credit apart as a producer in some filings, and leaves it in the caption in others. */
  readonly producer?: string
}

/** A block of agate: rows of cells; a row of one cell is a heading. */
export interface Agate {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface StoryDocument {
  readonly headline: string
  readonly originalHeadline?: string
  readonly byline?: string
  readonly bylineTitle?: string
  readonly dateline?: string
  readonly abstract?: string
  readonly editorialNote?: string
  readonly category: string
  /** Basic ISO: 20260312T093000Z */
  readonly issued: string
  readonly year: number
  readonly paragraphs: readonly string[]
  /** Paragraphs after a rule: who helped, where to read on. */
  readonly tail?: readonly string[]
  readonly pictures?: readonly BodyPicture[]
  readonly agate?: readonly Agate[]
  readonly namespace?: boolean
}

/** Escapes text for XML content and attributes. */
export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function renderPicture(picture: BodyPicture): string {
  const producer =
    picture.producer === undefined ? '' : `<media-producer>${escapeXml(picture.producer)}</media-producer>`
  return (
    `<media media-type="Photo"><media-reference mime-type="image/jpeg" source="${escapeXml(picture.uri)}" ` +
    `name="${escapeXml(picture.fileName)}"/><media-caption><p>${escapeXml(picture.caption.form)}</p></media-caption>${producer}</media>`
  )
}

/** Old agate: one-cell th rows are headings, the column heads are th, the figures td. */
function renderAgate(agate: Agate): string {
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join('')}</tr>`
  return `<table><tbody>${row([agate.title], 'th')}${row(agate.head, 'th')}${agate.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
}

/**
 * NITF as AP sends it: no id of its own, the dateline both in the head and in the first paragraph, tables beside the
 * block and not inside it, byline and title in one element.
 */
export function renderNitf(story: StoryDocument): string {
  const first = story.paragraphs[0]
  const lede =
    first === undefined
      ? []
      : [`<p lede="true">${escapeXml(story.dateline === undefined ? first : `${story.dateline} (AP) — ${first}`)}</p>`]
  const rest = story.paragraphs.slice(1).map((text) => `<p>${escapeXml(text)}</p>`)
  const pictures = (story.pictures ?? []).map(renderPicture)
  const tail =
    story.tail === undefined || story.tail.length === 0
      ? []
      : ['<p>___</p>', ...story.tail.map((text) => `<p>${escapeXml(text)}</p>`)]
  const block = [...lede, ...rest.slice(0, 2), ...pictures, ...rest.slice(2), ...tail]
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<nitf${story.namespace === false ? '' : ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'} version="-//IPTC//DTD NITF 3.4//EN" change.date="October 18, 2006" change.time="19:30">`,
    '<head><docdata>',
    '<doc-id regsrc="AP"/>',
    `<date.issue norm="${story.issued}"/>`,
    story.editorialNote === undefined ? '' : `<ed-msg info="${escapeXml(story.editorialNote)}"/>`,
    `<doc.copyright holder="AP" year="${story.year}"/>`,
    `<identified-content><classifier type="apcategorycode" value="${story.category}"/></identified-content>`,
    '</docdata></head>\n<body><body.head><hedline>',
    `<hl1 id="headline">${escapeXml(story.headline)}</hl1>`,
    story.originalHeadline === undefined ? '' : `<hl2 id="originalHeadline">${escapeXml(story.originalHeadline)}</hl2>`,
    '</hedline>',
    story.byline === undefined
      ? ''
      : `<byline>${escapeXml(story.byline)}${story.bylineTitle === undefined ? '' : `<byttl>${escapeXml(story.bylineTitle)}</byttl>`}</byline>`,
    '<distributor>The Associated Press</distributor>',
    story.dateline === undefined ? '' : `<dateline><location>${escapeXml(story.dateline)}</location></dateline>`,
    story.abstract === undefined ? '' : `<abstract><p>${escapeXml(story.abstract)}</p></abstract>`,
    '</body.head>\n<body.content>\n',
    block.length === 0 ? '' : `<block id="Main">\n${block.join('\n')}\n</block>\n`,
    ...(story.agate ?? []).map((agate) => `${renderAgate(agate)}\n`),
    '</body.content></body></nitf>\n',
  ].join('')
}
