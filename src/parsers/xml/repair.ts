/**
 * The documented repair of broken XML. It only ever adds or escapes: junk before the root goes, bare ampersands and bare
 * less-than signs are escaped, unknown entities become text, illegal characters go, unmatched end tags go, missing ones
 * are added, attribute values get their quotes, and a cut tail is closed. One pass, linear in the length.
 */
export interface Repair {
  readonly text: string
  /** What was done, once each, in the order of first need. */
  readonly done: readonly string[]
  /** The document ended inside an element. */
  readonly cut: boolean
}

const attribute = /([^\s=<>"'/]{1,200})(?:\s{0,64}=\s{0,64}("[^"]*"|'[^']*'|[^\s"'<>]{1,4000}))?/g
const tagName = /^[A-Za-z_:\u00c0-\uffff][\w:.\-\u00b7-\uffff]{0,200}/
const tagInside = /<[A-Za-z/!?]/
const reference = /&(?:(#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][\w.-]{0,40});)?/g

const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export function hasIllegalCharacter(text: string): boolean {
  return text.search(illegal) >= 0
}

/** Repairs a document; `known` says whether a named entity can be resolved by the reader that follows. */
export function repairXml(source: string, known: (entity: string) => boolean): Repair {
  const done = new Set<string>()
  let text = source
  if (hasIllegalCharacter(text)) {
    done.add('illegal control characters dropped')
    text = text.replace(illegal, '')
  }
  const begin = text.search(/<[?!A-Za-z_]/)
  if (begin > 0) {
    if (text.slice(0, begin).trim() !== '') done.add('text before the document dropped')
    text = text.slice(begin)
  }

  const out: string[] = []
  const open: string[] = []
  let sawRoot = false
  let at = 0
  let cut = false
  while (at < text.length) {
    const less = text.indexOf('<', at)
    if (less !== at) {
      const chunk = text.slice(at, less < 0 ? undefined : less)
      if (open.length > 0) out.push(escapeReferences(chunk))
      else if (chunk.trim() !== '') done.add('text outside the root dropped')
      if (less < 0) break
      at = less
    }
    if (text.startsWith('<!--', at))
      at = copyTo('-->', 4, (inner) => (inner.includes('--') || inner.endsWith('-') ? '' : `<!--${inner}-->`))
    else if (text.startsWith('<![CDATA[', at))
      at = copyTo(']]>', 9, (inner) => (open.length > 0 ? `<![CDATA[${inner}]]>` : ''))
    else if (text.startsWith('<?', at)) at = copyTo('?>', 2, (inner) => (at === 0 ? `<?${inner}?>` : ''))
    else if (text.startsWith('<!', at)) at = skipDeclaration()
    else if (text.startsWith('</', at)) at = closeTag()
    else at = openTag()
  }
  if (open.length > 0) {
    cut = true
    done.add('cut tail closed')
    while (open.length > 0) out.push(`</${open.pop() ?? ''}>`)
  }
  return { text: out.join(''), done: [...done], cut }

  function copyTo(end: string, skip: number, form: (inner: string) => string): number {
    const stop = text.indexOf(end, at + skip)
    if (stop < 0) {
      cut = true
      // the words of a cut CDATA section are kept; a cut comment or instruction held none
      if (end === ']]>' && open.length > 0) out.push(`<![CDATA[${text.slice(at + skip)}]]>`)
      return text.length
    }
    out.push(form(text.slice(at + skip, stop)))
    return stop + end.length
  }

  // A DOCTYPE is left out: nothing in it is used, and its faults are the most frequent ones.
  function skipDeclaration(): number {
    let depth = 0
    for (let look = at; look < text.length; look++) {
      const character = text[look]
      if (character === '[') depth++
      else if (character === ']') depth--
      else if (character === '>' && depth <= 0) return look + 1
    }
    cut = true
    return text.length
  }

  function closeTag(): number {
    const near = text.slice(at + 2, at + 300)
    const stop = near.indexOf('>')
    const name = tagName.exec(near)?.[0]
    if (name === undefined || stop < 0) {
      if (at + 2 + near.length === text.length && name !== undefined) {
        cut = true
        return text.length
      }
      done.add('bare less-than sign escaped')
      if (open.length > 0) out.push('&lt;')
      return at + 1
    }
    // an end tag is looked for only near: a stray one must not close half the document
    const nearest = open.slice(-64)
    const depth = nearest.includes(name) ? open.length - nearest.length + nearest.lastIndexOf(name) : -1
    if (depth < 0) done.add('unmatched end tag dropped')
    else {
      if (depth < open.length - 1) done.add('missing end tag added')
      while (open.length > depth) out.push(`</${open.pop() ?? ''}>`)
    }
    return at + 2 + stop + 1
  }

  function openTag(): number {
    const name = tagName.exec(text.slice(at + 1, at + 300))?.[0]
    if (name === undefined || (open.length === 0 && sawRoot)) {
      if (open.length > 0) {
        done.add('bare less-than sign escaped')
        out.push('&lt;')
      } else done.add('text outside the root dropped')
      return at + 1
    }
    const stop = endOfTag(at + 1 + name.length)
    if (stop < 0) {
      done.add('cut tag dropped')
      cut = true
      return text.length
    }
    const inner = text.slice(at + 1 + name.length, stop)
    const empty = inner.endsWith('/')
    sawRoot = true
    out.push('<', name, repairAttributes(empty ? inner.slice(0, -1) : inner), empty ? '/>' : '>')
    if (!empty) open.push(name)
    return stop + 1
  }

  // the > that ends a tag; one inside quotes does not, unless a tag begins before the quote is closed
  function endOfTag(from: number): number {
    for (let look = from; look < text.length; look++) {
      const character = text[look]
      if (character === '>') return look
      if (character === '<') return -1
      if (character === '"' || character === "'") {
        const quote = text.indexOf(character, look + 1)
        if (quote < 0 || tagInside.test(text.slice(look, quote))) return text.indexOf('>', look)
        look = quote
      }
    }
    return -1
  }

  function repairAttributes(inner: string): string {
    const seen = new Set<string>()
    let result = ''
    for (const [, name = '', value] of inner.matchAll(attribute)) {
      if (seen.has(name) || !tagName.test(name)) {
        done.add('attribute dropped')
        continue
      }
      seen.add(name)
      const quoted = value?.startsWith('"') === true || value?.startsWith("'") === true
      if (!quoted) done.add('attribute value quoted')
      result += ` ${name}=${quoted ? escapeReferences(value ?? '') : `"${escapeReferences(value ?? name)}"`}`
    }
    return result
  }

  function escapeReferences(chunk: string): string {
    if (!chunk.includes('&') && !chunk.includes(']]>') && !chunk.includes('<')) return chunk
    return chunk
      .replaceAll('<', '&lt;')
      .replaceAll(']]>', ']]&gt;')
      .replace(reference, (whole, name: string | undefined) => {
        if (name === undefined) done.add('bare ampersand escaped')
        else if (name.startsWith('#')) {
          if (isCharacter(name)) return whole
          done.add('reference to an illegal character dropped')
          return ''
        } else if (known(name)) return whole
        else done.add('unknown entity kept as text')
        return `&amp;${whole.slice(1)}`
      })
  }
}

function isCharacter(name: string): boolean {
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
