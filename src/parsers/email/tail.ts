/** What stands below the text of a mail and is none of it, by what tells it. */
const attribution = /^.{4,200}(?:wrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha scritto|schreef.{0,80}|skrev.{0,80}|kirjoitti|napisał\(?a?\)?|пишет|написал\(?а?\)?|написа(?:в|ла)|şunu yazdı|yazdı|napsal\(?a?\)?|napísal\(?a?\)?|napisa[ol]a?|ezt írta|a scris|έγραψε|כתב[הו]?|كتبت?|写道|寫道|のメール|님이 작성|viết|menulis|เขียนว่า)\s?[:：]$/iu // prettier-ignore
const opening = /^(?:On|Am|Le|El|Em|Il|Op|Den|W dniu|\d{1,2}[./ ])/
const listFooter = /mailing list|unsubscribe|listinfo|abbestellen|se désabonner|darse de baja/i
const confidential =
  /\b(?:this|diese|ce|cet|este|questo|questa|dit|deze|denne|detta)\s(?:e-?mail|message|communication|nachricht|courriel|correo|mensaje|mensagem|messaggio|bericht|besked|meddelande)\b.{0,300}\b(?:confidential|privileged|intended|vertraulich|confidentiel|confidencial|riservat[oe]|vertrouwelijk|fortrolig|konfidentiell)/i
// a story about confidential mails does not ask its reader to delete it
const instruction =
  /\b(?:recipients?|notify|delete|sender|empfänger|absender|destinataire|expéditeur|destinatari[oa]|remitente|remetente|mittente|ontvanger|afzender|modtager|mottagare|avsändare)\b/i
const sentFrom =
  /^(?:sent (?:from|with|via)|get outlook for|von meinem|gesendet (?:von|mit)|envoyé (?:de|depuis|à partir)|enviado (?:desde|do|de|a partir)|inviato da|verzonden (?:vanaf|met)|skickat från|sendt fra|lähetetty|wysłane z|отправлено (?:с|из))(?![\p{L}])/iu
const device = /iphone|ipad|android|samsung|outlook|huawei|xiaomi|mobile|handy|mail|telefon|móvil|blackberry/i
const rule = /^[_=*-]{5,80}$/
const longestFooter = 40

/**
 * Parts a text from what a mail program or house puts under it: the mail that was answered, the footer of a mailing list,
 * a notice of confidentiality. Something must stand above, else it is the text.
 */
export function splitMailTail(lines: readonly string[]): { lines: readonly string[]; notes: readonly string[] } {
  const notes: string[] = []
  let kept = lines
  for (let round = 0; round < 4; round++) {
    const cut = findTail(kept)
    if (cut <= 0 || kept.slice(0, cut).every((line) => line.trim() === '')) break
    notes.unshift(kept.slice(cut).join('\n').trim())
    kept = kept.slice(0, cut)
  }
  return { lines: kept, notes }
}

function findTail(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  if (last < 0) return -1
  const quoted = findQuoted(lines, last)
  if (quoted >= 0) return quoted
  if (isDeviceLine((lines[last] ?? '').trim()) && (lines[last - 1] ?? '').trim() === '') return last
  // the last block between blank lines, and a rule above it
  let from = last
  while (from > 0 && (lines[from - 1] ?? '').trim() !== '' && !rule.test((lines[from] ?? '').trim())) from--
  const block = lines.slice(from, last + 1).join(' ')
  const isNotice = confidential.test(block) && instruction.test(block)
  const hasRule = rule.test((lines[from] ?? '').trim())
  if (last - from > longestFooter || !(isNotice || (hasRule && listFooter.test(block)))) return -1
  let above = from - 1
  while (above >= 0 && (lines[above] ?? '').trim() === '') above--
  return above >= 0 && rule.test((lines[above] ?? '').trim()) ? above : from
}

/** "Sent from my iPhone": a few words without a comma, and a device or program among them. */
function isDeviceLine(line: string): boolean {
  if (line.length > 80 || line.includes(',') || line.split(' ').length > 7) return false
  return sentFrom.test(line) && device.test(line)
}

/** The line "On Friday, Jane Doe wrote:" over nothing but quoted lines. */
function findQuoted(lines: readonly string[], last: number): number {
  let from = last
  while (from >= 0 && (/^>/.test(lines[from] ?? '') || (lines[from] ?? '').trim() === '')) from--
  if (from === last || from < 0) return -1
  // mail programs break the line when it is long
  const one = (lines[from] ?? '').trim()
  const before = (lines[from - 1] ?? '').trim()
  if (opening.test(before) && attribution.test(`${before} ${one}`)) return from - 1
  return attribution.test(one) ? from : -1
}
