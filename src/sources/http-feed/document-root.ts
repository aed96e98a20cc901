/** The root element of a document, as written. */
export interface DocumentRoot {
  readonly name: string
  readonly selfClosed: boolean
  /** Declared by a DOCTYPE html. */
  readonly isHtml: boolean
}

/** More than this before the root has no honest document. */
const mostProlog = 64

/**
 * Finds the root element behind declaration, comments, instructions and DOCTYPE. Undefined when the text is too short or
 * is no markup. Reads every character at most once.
 */
export function readRoot(text: string): DocumentRoot | undefined {
  let at = 0
  let isHtml = false
  for (let part = 0; part < mostProlog; part += 1) {
    while (/\s/.test(text[at] ?? '')) at += 1
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4)
    else if (text.startsWith('<?', at)) at = after(text, '?>', at + 2)
    else if (text.startsWith('<!', at)) {
      isHtml ||= /^<!doctype\s{1,20}html[\s>]/i.test(text.slice(at, at + 40))
      const subset = text.indexOf('[', at)
      const close = text.indexOf('>', at)
      at = subset >= 0 && subset < close ? after(text, ']', subset) : at
      at = after(text, '>', at)
    } else break
    if (at < 0) return isHtml ? { name: 'html', selfClosed: false, isHtml } : undefined
  }
  const name = /^<([A-Za-z_][\w:.-]{0,100})/.exec(text.slice(at, at + 110))?.[1]
  if (name === undefined) return undefined
  const close = text.indexOf('>', at)
  return { name, selfClosed: close > 0 && text[close - 1] === '/', isHtml: isHtml && name.toLowerCase() === 'html' }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}
