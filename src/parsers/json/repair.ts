/**
 * The documented repair of broken JSON, as middleware sends it: raw newlines, tabs and controls in strings are escaped,
 * illegal escapes lose their backslash, trailing commas and comments go, and junk around the document goes. A document
 * that ends inside is not completed: half a story must not pass for a whole one. One pass, linear in the length.
 */
export interface JsonRepair {
  readonly text: string
  readonly done: readonly string[]
  readonly cut: boolean
}

const legal = new Set(['"', '\\', '/', 'b', 'f', 'n', 'r', 't'])

export function repairJson(source: string): JsonRepair {
  const done = new Set<string>()
  const begin = source.search(/[[{]/)
  const out: string[] = []
  let depth = 0
  let at = Math.max(0, begin)
  if (begin > 0 && source.slice(0, begin).trim() !== '') done.add('text before the document dropped')

  while (at < source.length) {
    const character = source[at] ?? ''
    if (character === '"') at = copyString(at)
    else if (character === '/' && (source[at + 1] === '/' || source[at + 1] === '*')) at = skipComment(at)
    else if (character === ',') at = copyComma(at)
    else {
      if (character === '{' || character === '[') depth++
      if (character === '}' || character === ']') depth--
      out.push(character)
      at++
      if (depth === 0 && (character === '}' || character === ']')) {
        if (source.slice(at).trim() !== '') done.add('text after the document dropped')
        return { text: out.join(''), done: [...done], cut: false }
      }
    }
  }
  return { text: out.join(''), done: [...done], cut: depth > 0 }

  function copyString(from: number): number {
    out.push('"')
    let look = from + 1
    let copied = look
    for (; look < source.length; look++) {
      const code = source.charCodeAt(look)
      if (code === 0x22) break
      if (code === 0x5c) {
        const next = source[look + 1] ?? ''
        if (legal.has(next)) look++
        else if (next === 'u' && /^[0-9a-fA-F]{4}/.test(source.slice(look + 2, look + 6))) look += 5
        else {
          done.add('illegal escape mended')
          out.push(source.slice(copied, look))
          copied = look + 1
        }
      } else if (code < 0x20) {
        done.add('raw control character escaped')
        out.push(source.slice(copied, look), escapeControl(code))
        copied = look + 1
      }
    }
    out.push(source.slice(copied, look))
    if (look < source.length) out.push('"')
    return look + 1
  }

  function copyComma(from: number): number {
    let look = from + 1
    while (look < source.length && /[\s,]/.test(source[look] ?? '')) look++
    if (source[look] === '}' || source[look] === ']') done.add('trailing comma dropped')
    else {
      if (source.slice(from + 1, look).includes(',')) done.add('repeated comma dropped')
      out.push(',')
    }
    return look
  }

  function skipComment(from: number): number {
    done.add('comment dropped')
    const end = source[from + 1] === '/' ? '\n' : '*/'
    const stop = source.indexOf(end, from + 2)
    return stop < 0 ? source.length : stop + end.length
  }
}

function escapeControl(code: number): string {
  if (code === 0x0a) return '\\n'
  if (code === 0x0d) return '\\r'
  return code === 0x09 ? '\\t' : ' '
}
