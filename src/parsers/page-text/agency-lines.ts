/** A news agency named by a line of its own or after a name: "The Associated Press", "Jane Doe, Associated Press". */
export interface AgencyLine {
  /** As printed. */
  readonly printed: string
  /** Short tag, lower case, as used in identities: "ap". */
  readonly tag: string
}

/** Tag to the forms sites print. Data. Bare initials count only in this case. */
const forms: readonly (readonly [string, readonly string[]])[] = [
  [
    'ap',
    [
      'The Associated Press',
      'Associated Press',
      'Associated Press Writer',
      'Associated Press Writers',
      'AP News',
      'AP Writer',
      'AP',
      'AP Business Writer',
      'AP Sports Writer',
      'AP Science Writer',
      'AP Medical Writer',
      'AP Entertainment Writer',
      'Associated Press/Report for America',
    ],
  ],
  ['reuters', ['Reuters', 'Thomson Reuters', 'Reuters News Agency']],
  ['afp', ['AFP', 'Agence France-Presse', 'Agence France Presse']],
  ['dpa', ['dpa', 'DPA', 'Deutsche Presse-Agentur', 'dpa-infocom', 'dpa international']],
  ['afx', ['dpa-AFX']],
  ['sid', ['SID', 'Sport-Informations-Dienst']],
  ['kna', ['KNA']],
  ['epd', ['epd']],
  ['apa', ['APA', 'Austria Presse Agentur']],
  ['sda', ['SDA', 'sda', 'Keystone-SDA', 'SDA-ATS', 'ATS', 'ats', 'Keystone-ATS']],
  [
    'pa',
    [
      'PA',
      'PA Media',
      'Press Association',
      'The Press Association',
      'PA News Agency',
      'Press Association Reporters',
      'PA Reporters',
    ],
  ],
  ['cp', ['The Canadian Press', 'Canadian Press', 'La Presse Canadienne', 'La Presse canadienne']],
  ['aap', ['AAP', 'Australian Associated Press']],
  ['efe', ['EFE', 'Efe', 'Agencia EFE', 'EFE News']],
  ['europapress', ['Europa Press']],
  ['ansa', ['ANSA', 'Ansa', 'Redazione ANSA']],
  ['adnkronos', ['Adnkronos', 'Redazione Adnkronos']],
  ['lusa', ['Lusa', 'LUSA', 'Agência Lusa']],
  ['agenciabrasil', ['Agência Brasil']],
  ['estadao', ['Estadão Conteúdo']],
  ['folhapress', ['Folhapress']],
  ['notimex', ['Notimex']],
  ['telam', ['Télam', 'Telam']],
  ['anp', ['ANP']],
  ['belga', ['Belga', 'BELGA']],
  ['tt', ['TT', 'TT Nyhetsbyrån', 'TT-Reuters']],
  ['ntb', ['NTB', '©NTB']],
  ['ritzau', ['Ritzau', '/ritzau/']],
  ['stt', ['STT']],
  ['pap', ['PAP']],
  ['ctk', ['ČTK', 'CTK']],
  ['mti', ['MTI']],
  ['tass', ['TASS', 'ТАСС']],
  ['ria', ['РИА Новости', 'RIA Novosti']],
  ['interfax', ['Interfax', 'Интерфакс']],
  ['ana', ['ANA-MPA', 'ΑΠΕ-ΜΠΕ']],
  ['aa', ['AA', 'Anadolu Agency', 'Anadolu', 'Anadolu Ajansı']],
  ['kyodo', ['Kyodo', 'Kyodo News', '共同通信', '共同通信社']],
  ['jiji', ['Jiji Press', 'Jiji', '時事通信', '時事通信社']],
  ['xinhua', ['Xinhua', 'Xinhua News Agency', '新华社', '新華社']],
  ['cna', ['中央社']],
  ['yonhap', ['Yonhap', 'Yonhap News Agency', '연합뉴스']],
  ['pti', ['PTI', 'Press Trust of India']],
  ['ani', ['ANI']],
  ['ians', ['IANS']],
  ['upi', ['UPI', 'United Press International']],
  ['bloomberg', ['Bloomberg', 'Bloomberg News']],
  ['tns', ['Tribune News Service', 'TNS', 'Tribune Content Agency']],
  ['statesnewsroom', ['States Newsroom']],
]

const exact = new Map<string, string>()
const folded = new Map<string, string>()
for (const [tag, names] of forms) {
  for (const name of names) {
    exact.set(name, tag)
    if (name.length > 5) folded.set(name.toLowerCase(), tag)
  }
}

/** The agency when a text is nothing but an agency's name. */
export function readAgency(text: string): AgencyLine | undefined {
  const printed = text.replace(/^[\s(/|•–—-]+|[\s)/|•:,–—-]+$/gu, '')
  if (printed.length > 60) return undefined
  const tag = exact.get(printed) ?? folded.get(printed.toLowerCase())
  return tag === undefined ? undefined : { printed, tag }
}

/** The agency that a dateline names in brackets: "AP", "dpa". */
export function readAgencyTag(name: string): string {
  return readAgency(name)?.tag ?? name.toLowerCase().replace(/[^a-z0-9]+/g, '')
}
