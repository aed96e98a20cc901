const holders = /<(\/?)(?:ul|ol|dl|table|pre|figure|blockquote)(?:\s[^<>]{0,2000})?>/gi
const block = /<\/?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|pre|figure|figcaption|hr|section|article|br)(?:\s[^<>]{0,2000})?\/?>\s{0,200}$/i // prettier-ignore
const opensBlock = /^\s{0,200}<\/?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|pre|figure|figcaption|hr|section|article|br)[\s>/]/i // prettier-ignore

/** True for HTML that has no paragraphs, only blank lines: what WordPress stores and makes paragraphs of when it prints. */
export function lacksParagraphs(html: string): boolean {
  return /\n[^\S\n]{0,100}\r?\n/.test(html) && !/<(?:p|br|div)[\s>/]/i.test(html)
}

/** Makes paragraphs of blank lines and line breaks of single ones, outside lists, tables and quotations. */
export function addParagraphs(html: string): string {
  const chunks = html.replace(/\r\n?/g, '\n').split(/\n[^\S\n]{0,1000}(?:\n[^\S\n]{0,1000}){1,20}/)
  let written = ''
  let depth = 0
  for (const chunk of chunks) {
    const outside = depth === 0
    for (const [, slash] of chunk.matchAll(holders)) depth = Math.max(0, depth + (slash === '/' ? -1 : 1))
    if (outside && depth === 0) written += opensBlock.test(chunk) ? breakLines(chunk) : `<p>${breakLines(chunk)}</p>`
    else written += outside ? breakLines(chunk) : `\n\n${chunk}`
  }
  return written
}

function breakLines(chunk: string): string {
  if (!chunk.includes('\n') || holdsBlocks(chunk)) return chunk
  const lines = chunk.split('\n')
  let written = ''
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    const joins = next === undefined || block.test(line) || opensBlock.test(next)
    written += joins ? `${line}\n` : `${line}<br>`
  }
  return written
}

function holdsBlocks(chunk: string): boolean {
  return /<(?:ul|ol|dl|table|pre|figure)[\s>]/i.test(chunk)
}
