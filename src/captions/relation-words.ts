import type { CaptionLanguage } from './languages/index.ts'

/**
 * What a preposition says, as far as captions change it: when (`before`, `after`, `since`, `until`), where (`front`,
 * `behind`, `outside`, `above`, `under`), which side (`for`, `pro`, `against`), and the plain ones that papers swap
 * freely: `at` stands for in, at, on, near and during.
 */
export type Relation =
  | 'before'
  | 'after'
  | 'since'
  | 'until'
  | 'front'
  | 'behind'
  | 'outside'
  | 'above'
  | 'under'
  | 'pro'
  | 'against'
  | 'at'
  | 'from'
  | 'out'
  | 'of'
  | 'to'
  | 'for'
  | 'about'
  | 'with'

/** Danish, Norwegian and Swedish captions are told apart by a word or two: one list. Without accents "før" is "for". */
const scandinavian: Readonly<Partial<Record<Relation, string>>> = {
  before: 'fore innan inden for',
  after: 'efter etter',
  since: 'sedan siden',
  pro: 'for',
  front: 'framfor foran',
  behind: 'bakom bak bag',
  outside: 'utanfor utenfor udenfor',
  above: 'ovanfor ovenfor',
  against: 'mot emot imot mod imod',
  at: 'i pa vid ved hos under',
  from: 'fran fra',
  to: 'till til',
  about: 'om',
  with: 'med',
}

/**
 * Words by what they say, in the languages whose prepositions carry no weight; elsewhere they are words like others. A
 * word may say two things: "vor dem Treffen", "vor dem Rathaus". Words of phrases stand for the phrase: "à l'issue de".
 */
export const relationWords: Readonly<Partial<Record<CaptionLanguage, Readonly<Partial<Record<Relation, string>>>>>> = {
  en: {
    before: 'before ahead prior',
    after: 'after following',
    since: 'since',
    until: 'until till',
    behind: 'behind',
    outside: 'outside',
    above: 'above',
    under: 'under below beneath',
    against: 'against',
    at: 'at in on during near inside within amid by',
    from: 'from',
    to: 'to into onto toward towards',
    for: 'for',
    about: 'about over',
    with: 'with',
  },
  de: {
    before: 'vor',
    after: 'nach',
    since: 'seit ab',
    until: 'bis',
    front: 'vor',
    behind: 'hinter',
    outside: 'ausserhalb',
    above: 'uber oberhalb',
    under: 'unter unterhalb',
    against: 'gegen',
    at: 'bei beim im in am an auf wahrend',
    of: 'von vom aus',
    to: 'zu zum zur ins',
    for: 'fur',
    about: 'um',
    with: 'mit',
  },
  fr: {
    before: 'avant veille',
    after: 'apres issue lendemain',
    since: 'depuis',
    front: 'devant face',
    behind: 'derriere',
    outside: 'hors',
    under: 'sous',
    against: 'contre',
    at: 'a au aux en dans sur lors pendant durant chez marge',
    to: 'vers',
    for: 'pour',
    with: 'avec',
  },
  es: {
    before: 'antes previo previa',
    after: 'tras despues',
    since: 'desde',
    until: 'hasta',
    front: 'ante frente delante',
    behind: 'detras',
    outside: 'fuera',
    under: 'bajo debajo',
    pro: 'favor',
    against: 'contra',
    at: 'en durante dentro',
    to: 'hacia',
    for: 'por para',
    about: 'sobre',
    with: 'con',
  },
  it: {
    before: 'prima vigilia',
    after: 'dopo termine',
    until: 'fino',
    front: 'davanti',
    behind: 'dietro',
    outside: 'fuori',
    above: 'sopra',
    under: 'sotto',
    against: 'contro',
    at: 'in nel nello nella nei nelle a al alla allo ai alle su sul sulla durante',
    from: 'da dal dalla dai dagli dalle',
    to: 'verso',
    for: 'per',
    with: 'con',
  },
  pt: {
    before: 'antes',
    after: 'apos depois',
    since: 'desde',
    until: 'ate',
    front: 'ante diante frente',
    behind: 'atras',
    outside: 'fora',
    under: 'sob',
    pro: 'favor',
    against: 'contra',
    at: 'em no na nos nas durante dentro',
    for: 'por para pelo pela pelos pelas',
    about: 'sobre',
    with: 'com',
  },
  nl: {
    before: 'voor',
    after: 'na',
    since: 'sinds vanaf',
    until: 'tot',
    front: 'voor',
    behind: 'achter',
    outside: 'buiten',
    above: 'boven',
    under: 'onder',
    against: 'tegen',
    at: 'bij in op aan te tijdens',
    from: 'uit vanuit',
    of: 'van',
    to: 'naar',
    about: 'over om',
    with: 'met',
  },
  sv: scandinavian,
  no: scandinavian,
  da: scandinavian,
  fi: { before: 'ennen', after: 'jalkeen', pro: 'puolesta', against: 'vastaan', at: 'aikana kesken', with: 'kanssa' },
  ru: {
    before: 'до перед',
    after: 'после після',
    until: 'до',
    behind: 'за позади',
    pro: 'за',
    outside: 'вне',
    above: 'над',
    under: 'под',
    against: 'против',
    at: 'в во на у при около время ходе час',
    from: 'от',
    out: 'из',
    to: 'к ко',
    for: 'для',
    about: 'о об',
  },
  el: {
    before: 'πριν',
    after: 'μετα',
    outside: 'εξω',
    front: 'μπροστα',
    behind: 'πισω',
    pro: 'υπερ',
    against: 'εναντιον εναντια',
    at: 'σε στο στη στην στον στα στισ στουσ κατα',
    from: 'απο',
    to: 'προσ',
    for: 'για',
    with: 'με',
  },
}

/**
 * Prepositions among the small words of languages that list no others: there every other preposition is a word like any,
 * so
 * that a word in the place of one of these says something else. They may stand for one another.
 */
export const smallPrepositions: Readonly<Partial<Record<CaptionLanguage, string>>> = {
  pl: 'w we z ze na podczas',
  cs: 'v ve s se ze na behem pri',
  sk: 'v vo s so na pocas pri',
  hr: 'u na s sa tijekom tokom',
  sl: 'v na s z med',
  uk: 'в у на з із зі',
  bg: 'в във на с със',
  ro: 'in din',
  // Serbian and Macedonian captions without a letter of their own pass for Russian: "од школе", "до школе"; "пред", "по"
  ru: 'до от из по',
}
