/** How an outlet sets type: what a copy goes through before it is seen again. */
export interface Outlet {
  readonly name: string
  readonly domain: string
  readonly language: string
  /** Agencies name stories by urn; papers by address. */
  readonly agency?: boolean
  readonly format: 'ninjs' | 'page'
  readonly quotes: 'smart' | 'plain' | 'low' | 'guillemets' | 'swedish'
  readonly dash: '—' | '–' | '--' | '-'
  /** Where a paper says whose text it is, unless the sheet says otherwise. */
  readonly credit: 'field' | 'byline' | 'tail' | 'none'
  readonly spelling?: 'uk'
  /** Paragraphs that stand under every story of the outlet. */
  readonly furniture?: readonly string[]
}

const briarstone = [
  'Reporting like this takes time, and it is paid for by people who live here. If you can spare the price of a coffee each week, become a member of the Briarstone Newspapers circle and help us keep a reporter in every town hall.',
]

/** By the short name that the sheets use. */
export const outlets: Readonly<Record<string, Outlet>> = {
  ap: agency('Associated Press', 'ap.org', 'en', 'plain', '—'),
  rtr: agency('Reuters', 'reuters.com', 'en', 'plain', '-'),
  lod: agency('Lodestar News', 'lodestar.example', 'en', 'plain', '–'),
  pa: agency('PA Media', 'pa.media', 'en', 'plain', '–'),
  dpa: agency('dpa', 'dpa.com', 'de', 'plain', '-'),
  afp: agency('AFP', 'afp.com', 'fr', 'plain', '-'),
  efe: agency('EFE', 'efe.com', 'es', 'plain', '-'),
  tt: agency('TT', 'tt.se', 'sv', 'plain', '–'),
  fernhill: {
    ...paper('Fernhill Courier', 'fernhillcourier.example', 'en', 'smart', '—'),
    credit: 'tail',
  },
  pikesboro: {
    ...paper('Pikesboro Daily Record', 'pikesbororecord.example', 'en', 'plain', '—'),
    format: 'page',
    credit: 'byline',
    furniture: [
      'Sign up for the Record’s Morning Five and find the day’s news, the school menus and the high tide in your inbox before seven.',
    ],
  },
  tolland: { ...paper('Tolland Valley Herald', 'tollandherald.example', 'en', 'smart', '—'), furniture: briarstone },
  cascade: { ...paper('Cascade Bend Bulletin', 'cascadebulletin.example', 'en', 'plain', '--'), furniture: briarstone },
  mirelake: {
    ...paper('Mire Lake Times', 'mirelaketimes.example', 'en', 'smart', '—'),
    credit: 'byline',
    furniture: briarstone,
  },
  northgate: {
    ...paper('Northgate Sentinel', 'northgatesentinel.example', 'en', 'plain', '-'),
    credit: 'none',
    furniture: [
      'Comments are open to registered readers for 48 hours. Keep it civil, stay on the subject and do not post phone numbers; the desk removes what breaks these rules.',
    ],
  },
  kqrn: { ...paper('KQRN 88.3', 'kqrn.example', 'en', 'plain', '-'), credit: 'none' },
  newsharbor: { ...paper('NewsHarbor', 'newsharbor.example', 'en', 'smart', '–'), credit: 'field' },
  stapleford: {
    ...paper('Stapleford Gazette', 'staplefordgazette.example', 'en', 'smart', '–'),
    spelling: 'uk',
    credit: 'byline',
  },
  kestrel: {
    ...paper('Kestrel Bay Post', 'kestrelbaypost.example', 'en', 'plain', '-'),
    format: 'page',
    spelling: 'uk',
    credit: 'field',
  },
  deichbote: { ...paper('Deichbote', 'deichbote.example', 'de', 'low', '–'), credit: 'field' },
  hellweger: {
    ...paper('Hellweger Kurier', 'hellweger-kurier.example', 'de', 'guillemets', '–'),
    format: 'page',
    credit: 'tail',
    furniture: [
      'Sie möchten keinen Artikel mehr verpassen? Bestellen Sie unseren Feierabend-Brief: kostenlos, werktags um 17 Uhr, jederzeit kündbar.',
    ],
  },
  albtal: { ...paper('Albtal-Rundschau', 'albtal-rundschau.example', 'de', 'plain', '-'), credit: 'none' },
  ouest: { ...paper('L’Écho de l’Estran', 'echo-estran.example', 'fr', 'guillemets', '–'), credit: 'byline' },
  vallon: { ...paper('Le Vallon', 'levallon.example', 'fr', 'smart', '-'), format: 'page', credit: 'field' },
  faro: { ...paper('El Faro de Balmera', 'farodebalmera.example', 'es', 'smart', '–'), credit: 'byline' },
  ribera: { ...paper('Diario de la Ribera', 'diarioribera.example', 'es', 'guillemets', '—'), credit: 'tail' },
  skar: { ...paper('Skärbladet', 'skarbladet.example', 'sv', 'swedish', '–'), credit: 'byline' },
  norr: { ...paper('Norrposten', 'norrposten.example', 'sv', 'plain', '-'), format: 'page', credit: 'none' },
}

function paper(name: string, domain: string, language: string, quotes: Outlet['quotes'], dash: Outlet['dash']) {
  return { name, domain, language, quotes, dash, format: 'ninjs', credit: 'field' } satisfies Outlet
}

function agency(...of: Parameters<typeof paper>): Outlet {
  return { ...paper(...of), agency: true }
}
