/** A text without what a mail program put round it. */
export interface Unwrapped {
  readonly text: string
  /** Of the mail that was forwarded. */
  readonly subject?: string
  readonly from?: string
  readonly date?: string
  /** What stood above the forwarded mail, and the signature. */
  readonly notes: readonly string[]
}

const forwardMark =
  /^(?:-{2,20} ?(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Ursprüngliche Nachricht|Message transféré|Message d'origine|Mensaje reenviado) ?-{2,20}|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:)$/i
const field =
  /^\*{0,2}(From|Date|Sent|Subject|To|Cc|Reply-To|Von|Datum|Gesendet|Betreff|An|De|Objet|Envoyé|À|Asunto|Fecha|Para)\s{0,2}:\*{0,2}\s{0,4}(.*)$/i
const longestSignature = 25
const longestBareSignature = 8

/** Takes off a forwarding header, quotation marks of a wholly quoted text, and the signature below "-- ". */
export function unwrap(text: string): Unwrapped {
  const notes: string[] = []
  let lines = text.split('\n')
  const at = lines.slice(0, 60).findIndex((line) => forwardMark.test(line.trim()))
  const fields = new Map<string, string>()
  if (at >= 0) {
    const above = lines.slice(0, at).join('\n').trim()
    if (above !== '') notes.push(above)
    let from = at + 1
    while (from < lines.length) {
      const line = (lines[from] ?? '').replace(/^> ?/, '').trim()
      const found = field.exec(line)
      if (found?.[1] !== undefined) fields.set(nameOf(found[1]), (found[2] ?? '').trim())
      else if (line !== '' || fields.size > 0) break
      from++
    }
    lines = lines.slice(from)
  }
  if (lines.length > 0 && lines.every((line) => line.trim() === '' || line.startsWith('>')))
    lines = lines.map((line) => line.replace(/^> ?/, ''))
  const signature = findSignature(lines)
  if (signature >= 0) {
    const signed = lines
      .slice(signature + 1)
      .join('\n')
      .trim()
    if (signed !== '') notes.push(signed)
    lines = lines.slice(0, signature)
  }
  const [subject, from, date] = [fields.get('subject'), fields.get('from'), fields.get('date')]
  return {
    text: lines.join('\n'),
    ...(subject !== undefined && { subject }),
    ...(from !== undefined && { from }),
    ...(date !== undefined && { date }),
    notes,
  }
}

/** Below "-- " (RFC 3676, 4.3); relays take its blank away, and then only an address or a number below tells it. */
function findSignature(lines: readonly string[]): number {
  const at = lines.findLastIndex((line) => /^--[ \t]{1,4}$/.test(line))
  if (at >= 0) return lines.length - at <= longestSignature ? at : -1
  const bare = lines.findLastIndex((line) => line === '--')
  if (bare < 0 || lines.length - bare > longestBareSignature) return -1
  return /\S@\S|https?:|\d[\d ().-]{5}/.test(lines.slice(bare).join('\n')) ? bare : -1
}

function nameOf(raw: string): string {
  const name = raw.toLowerCase()
  if (/^(?:subject|betreff|objet|asunto)$/.test(name)) return 'subject'
  if (/^(?:from|von|de)$/.test(name)) return 'from'
  return /^(?:date|sent|datum|gesendet|envoyé|fecha)$/.test(name) ? 'date' : name
}

/** "Fwd: Re: Title" is "Title". */
export function bareSubject(subject: string): string {
  return subject.replace(/^(?:(?:fwd?|re|wg|aw|tr|rv|vs|sv)\s?:\s{0,4}){1,6}/i, '')
}
