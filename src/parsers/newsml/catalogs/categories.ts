/**
 * Vocabularies whose codes are categories in the old wire sense (one letter at AP, three at AFP and ANSA, two at dpa),
 * by alias in lower case. Every other subject vocabulary stays a subject.
 *
 * Source: AP Media API guide, NewsML-G2 mapping (`apcategorycode`); seen in Reuters (`a1312cat`), dpa (`dpacat`), ANSA
 * (`FIEG_Categories`) and STT (`sttdepartment`) documents.
 */
export const categorySchemes: ReadonlySet<string> = new Set([
  'apcategorycode',
  'apsuppcategorycode',
  'a1312cat',
  'dpacat',
  'fieg_categories',
  'afpcat',
  'sttdepartment',
])

/**
 * AP category letters. Case counts: "V" is the picture notice, "v" the advisory.
 * Source: confirmed by names in AP documents and clients; letters that are merely cited in public are left out, and an
 * unknown letter is kept without a name.
 */
export const apCategoryNames: ReadonlyMap<string, string> = new Map([
  ['a', 'Domestic News'],
  ['f', 'Business News'],
  ['i', 'International News'],
  ['j', 'Lottery'],
  ['s', 'Sports'],
  ['v', 'Advisories'],
  ['V', 'Picture notices'],
])
