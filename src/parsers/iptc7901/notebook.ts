import { codesOf, foldSpace } from '../../normalise/text.ts'

export interface SplitNotebook {
  readonly body: readonly string[]
  /** Notes, links and contacts: telephone numbers and addresses of the desk, never for readers. */
  readonly notes: readonly string[]
  readonly editorialNote?: string
}

const opening =
  /^#{1,3}\s{0,4}(?:Notebook|Notizblock|Bloc-notes|Libreta|Cuaderno|Notebloc|Notizen)\b|^(?:The following information is not (?:intended )?for publication|Die folgenden Informationen sind nicht zur Veröffentlichung|Folgende Informationen sind nicht zur Veröffentlichung|Les informations suivantes ne sont pas destinées à la publication|La siguiente información no está destinada)/i
/** What the heading or the sentence begins with: nearly every line is ruled out by its first character. */
const openingCodes = codesOf('#TDFLtdfl')
const rule = /^(?:\*\s?){3,10}$/
const section = /^#{1,4}\s{0,4}(.{1,80})$/
const forEditors =
  /^(?:Notes? to (?:the )?editors?|Editor'?s'? notes?|Redaktionelle[rn]? Hinweise?|Hinweise? an die Redaktion|Refile|Correction|Berichtigung|Korrektur|Note à la rédaction|Nota a los editores)/i
const signOff = /^(?:dpa|kna|ats|sda|apa|afp|etf)(?:[ /-][a-z][a-z\d]{0,3}){1,8}$/

/**
 * Takes the notebook out of a story: everything from its heading, or from the sentence that it is not for publication, to
 * the end. dpa prints the telephone numbers of its editors there. The sign-off line of the desk goes with it.
 */
export function splitNotebook(lines: readonly string[]): SplitNotebook {
  let from = lines.findIndex((line, at) => opensNotebook(line) || isBareHeading(lines, at))
  if (from < 0) from = lines.length
  while (from > 0 && from < lines.length && /^(?:(?:\*\s?){3,10})?$/.test((lines[from - 1] ?? '').trim())) from--
  const body = lines.slice(0, from)
  const notes: string[] = []
  const forDesk: string[] = []
  const signed = lastWords(body)
  if (signed >= 0 && signOff.test((body[signed] ?? '').trim())) notes.push(foldSpace(body.splice(signed).join(' ')))

  let heading = ''
  for (const raw of lines.slice(from)) {
    const line = foldSpace(raw)
    if (rule.test(line)) heading = ''
    if (line === '' || rule.test(line)) continue
    const found = section.exec(line)
    if (found?.[1] !== undefined) heading = found[1].trim()
    else if (forEditors.test(heading) && !signOff.test(line)) forDesk.push(line.replace(/^[-*]\s+/, ''))
    notes.push(line)
  }
  return { body, notes, ...(forDesk.length > 0 && { editorialNote: forDesk.join(' ') }) }
}

/** The heading without its mark, above the first section that has one. */
function isBareHeading(lines: readonly string[], at: number): boolean {
  if (!/^(?:Notebook|Notizblock|Bloc-notes|Libreta|Cuaderno|Notizen)$/i.test((lines[at] ?? '').trim())) return false
  return section.test((lines.slice(at + 1).find((line) => line.trim() !== '') ?? '').trim())
}

function opensNotebook(line: string): boolean {
  const text = line.trimStart()
  return openingCodes.has(text.charCodeAt(0)) && opening.test(text.trimEnd())
}

function lastWords(lines: readonly string[]): number {
  let at = lines.length - 1
  while (at >= 0 && (lines[at] ?? '').trim() === '') at--
  return at
}
