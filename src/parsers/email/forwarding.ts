/** The words with which mail programs head a mail that was passed on, by language. */
const announcements = [
  'Forwarded message', 'Original Message', 'Weitergeleitete Nachricht', 'Ursprüngliche Nachricht', 'Original-Nachricht', 'Message transféré',
  "Message d'origine", 'Message original', 'Mensaje reenviado', 'Mensaje original', 'Mensagem encaminhada', 'Mensagem original',
  'Messaggio inoltrato', 'Messaggio originale', 'Messaggio Inoltrato', 'Doorgestuurd bericht', 'Oorspronkelijk bericht',
  'Ursprungligt meddelande', 'Vidarebefordrat meddelande', 'Originalmeddelande', 'Videresendt meddelelse', 'Oprindelig meddelelse',
  'Videresendt melding', 'Opprinnelig melding', 'Alkuperäinen viesti', 'Välitetty viesti', 'Wiadomość przekazana dalej', 'Wiadomość oryginalna',
  'Přeposlaná zpráva', 'Původní zpráva', 'Továbbított üzenet', 'Eredeti üzenet', 'Пересылаемое сообщение', 'Исходное сообщение',
  'Προωθημένο μήνυμα', 'İletilen mesaj', '转发的邮件', '原始邮件', '転送メッセージ',
] // prettier-ignore
const announced = new Set(announcements.map((words) => words.toLowerCase()))
const dashed = /^-{2,20} ?(\S.{3,40}?) ?-{2,20}$/
const bare = /^(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message réexpédié|Inicio del mensaje reenviado|Inizio messaggio inoltrato|Vidarebefordrat brev)\s?:$/i // prettier-ignore

type Name = 'from' | 'date' | 'subject' | 'to'

const names: Readonly<Record<Name, string>> = {
  from: 'from von de da van från fra lähettäjä od feladó от από kimden 发件人 差出人',
  date: 'date sent datum gesendet envoyé fecha enviado data verzonden datum skickat dato sendt lähetetty päivämäärä wysłano dátum küldve дата отправлено ημερομηνία tarih 日期 发送时间 日時',
  subject: 'subject betreff objet asunto assunto oggetto onderwerp ämne emne aihe temat předmět tárgy тема θέμα konu 主题 件名',
  to: 'to cc reply-to an à para a aan till til kopia vastaanottaja do komu címzett кому προς kime 收件人 宛先',
} // prettier-ignore
const byWord = new Map(
  Object.entries(names).flatMap(([name, words]) =>
    words.split(' ').map((word): [string, Name] => [word, name as Name]),
  ),
)
const fieldLine = /^\*{0,2}([\p{L}-]{1,20})(?: \p{L}{1,6})?\s{0,2}[:：]\*{0,2}\s{0,4}(.*)$/u

/** A header field of a forwarded mail in the language of its program; undefined for any other line. */
export function readForwardedField(line: string): { name: Name; value: string } | undefined {
  const found = fieldLine.exec(line)
  const name = byWord.get(found?.[1]?.toLowerCase() ?? '')
  return name === undefined ? undefined : { name, value: (found?.[2] ?? '').trim() }
}

/**
 * Where the header of a forwarded mail begins: the line that announces it and the line of its first field. Outlook announces
 * nothing; there sender, date and subject in a row are the header.
 */
export function findForwarded(lines: readonly string[]): { mark: number; fields: number } | undefined {
  for (const [at, raw] of lines.entries()) {
    const line = raw.replace(/^> ?/, '').trim()
    if (bare.test(line) || announced.has(dashed.exec(line)?.[1]?.toLowerCase() ?? '')) {
      return { mark: at, fields: at + 1 }
    }
    if (readForwardedField(line)?.name !== 'from') continue
    const next = new Set(lines.slice(at, at + 6).map((other) => readForwardedField(other.trim())?.name))
    if (next.has('date') && next.has('subject')) return { mark: at, fields: at }
  }
  return undefined
}
