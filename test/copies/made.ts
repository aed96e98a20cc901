import { mulberry32 } from '../../src/simulator/random.ts'
import { outlets } from './outlets.ts'
import type { Outlet } from './outlets.ts'
import { fillTemplate } from './templates.ts'
import type { Template } from './templates.ts'
import type { Lexicon } from './words.ts'

/** An invented story as an outlet sends it, with the text it is a copy of. */
export interface MadeStory {
  readonly feed: string
  readonly uri: string
  /** Stories with one label are copies of one text; a story of its own has a label of its own. */
  readonly label: string
  /** What was done to it, for the report. */
  readonly kind: string
  readonly document: string
}

export interface MadeSet {
  readonly seed: number
  readonly lexicons: readonly {
    readonly words: Lexicon
    readonly originals: number
    readonly templates: readonly Template[]
  }[]
}

export type Chance = () => number

export function pick<T>(chance: Chance, from: readonly T[]): T {
  return from[Math.floor(chance() * from.length)]!
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function sentence(chance: Chance, words: Lexicon): string {
  const holes: Readonly<Record<string, () => string>> = {
    who: () => pick(chance, words.people),
    who2: () => pick(chance, words.people),
    place: () => pick(chance, words.places),
    body: () => pick(chance, words.bodies),
    Body: () => capital(pick(chance, words.bodies)),
    does: () => pick(chance, words.actions),
    thing: () => pick(chance, words.things),
    way: () => pick(chance, words.ways),
    why: () => pick(chance, words.reasons),
    why2: () => capital(pick(chance, words.reasons)),
    when: () => pick(chance, words.times),
    n: () => String(20 + Math.floor(chance() * 900)),
  }
  return pick(chance, words.frames).replace(/\{(\w+)\}/g, (_, hole: string) => holes[hole]!())
}

export function writeParagraphs(chance: Chance, words: Lexicon, count: number): string[] {
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(chance() * 2.4) }, () => sentence(chance, words)).join(' '),
  )
}

interface Original {
  readonly paragraphs: readonly string[]
  readonly headline: string
  readonly slug: string
  readonly city: string
  readonly at: number
  readonly words: Lexicon
}

const start = Date.parse('2026-03-10T06:00:00Z')
const hour = 3_600_000

/** Writes the set; the same seed gives the same stories. */
export function makeSet({ seed, lexicons }: MadeSet): MadeStory[] {
  const chance = mulberry32(seed)
  const stories: MadeStory[] = []
  let number = 0
  const add = (outlet: Outlet, label: string, kind: string, fields: Fields) => {
    number++
    stories.push(dress(chance, outlet, label, kind, `${seed}-${number}`, fields))
  }
  for (const { words, originals, templates } of lexicons) {
    const papers = outlets.filter((outlet) => !outlet.agency && outlet.language === words.language)
    const agencies = outlets.filter((outlet) => outlet.agency)
    const wire: { original: Original; agency: Outlet }[] = []
    for (let at = 0; at < originals; at++) {
      const original = writeOriginal(chance, words)
      const agency = pick(chance, agencies)
      const label = `${words.language}-${seed}-${at}`
      wire.push({ original, agency })
      const sent = chance() < 0.85
      if (sent) add(agency, label, 'record', { ...original, credit: agency.credit, wire: true })
      const takers = shuffled(chance, papers).slice(0, (sent ? 1 : 2) + Math.floor(chance() * 3))
      for (const paper of takers) {
        const { kind, paragraphs } = copyOf(chance, original)
        const headline = chance() < 0.4 ? original.headline : capital(sentence(chance, words)).slice(0, 70)
        const own = { ...original, paragraphs, headline, at: original.at + chance() * 20 * hour, credit: agency.credit }
        add(paper, label, kind, { ...own, slug: chance() < 0.3 ? original.slug : '' })
      }
      if (chance() < 0.5) {
        // the same subject told by somebody else, with one paragraph that both were handed
        const told = writeParagraphs(chance, words, 8)
        told.splice(3, 0, pick(chance, original.paragraphs))
        const fields = { ...original, paragraphs: told, credit: undefined }
        add(pick(chance, papers), `${label}-own`, 'own telling', fields)
      }
      if (chance() < 0.15) {
        const late = { ...original, at: original.at + 12 * 24 * hour, credit: agency.credit }
        add(pick(chance, papers), `${label}-late`, 'reprint', late)
      }
    }
    for (const paper of papers) {
      for (let at = 0; at < 3; at++) {
        const fields = { ...writeOriginal(chance, words), credit: undefined }
        add(paper, `${paper.name}-${seed}-${at}`, 'story of its own', fields)
      }
    }
    const bundle = shuffled(chance, wire).slice(0, 5)
    if (bundle.length === 5) {
      const paragraphs = bundle.flatMap(({ original }) => original.paragraphs.slice(0, 3))
      const fields = {
        ...bundle[0]!.original,
        paragraphs: [...writeParagraphs(chance, words, 1), ...paragraphs],
        slug: '',
      }
      add(pick(chance, papers), `bundle-${words.language}-${seed}`, 'bundle', {
        ...fields,
        credit: bundle[0]!.agency.credit,
      })
    }
    for (const template of templates) {
      const agency = pick(chance, agencies)
      for (let at = 0; at < 4; at++) {
        const filled = fillTemplate(chance, template)
        const fields = { ...filled, at: start + chance() * 40 * hour, words, credit: agency.credit }
        const label = `${template.name}-${seed}-${at}`
        const outlet = at % 2 === 0 ? agency : pick(chance, papers)
        add(outlet, label, 'template', { ...fields, wire: at % 2 === 0 })
        // one filling of each template is really carried by a paper
        if (at === 0) add(pick(chance, papers), label, 'template carried', { ...fields, at: fields.at + hour })
      }
    }
  }
  return shuffled(chance, stories)
}

function writeOriginal(chance: Chance, words: Lexicon): Original {
  return {
    paragraphs: writeParagraphs(chance, words, 5 + Math.floor(chance() * 14)),
    headline: capital(`${pick(chance, words.places)}: ${pick(chance, words.things)} ${pick(chance, words.ways)}`),
    slug: `${pick(chance, words.places)}-${pick(chance, words.things).split(' ').slice(-2).join(' ')}`,
    city: pick(chance, words.places),
    at: start + Math.floor(chance() * 48) * hour,
    words,
  }
}

export function shuffled<T>(chance: Chance, list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, key: chance() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

/** What papers do to agency copy. */
function copyOf(chance: Chance, { paragraphs, words }: Original): { kind: string; paragraphs: string[] } {
  const all = [...paragraphs]
  switch (Math.floor(chance() * 5)) {
    case 0:
      return { kind: 'whole', paragraphs: all }
    case 1:
      return { kind: 'trim', paragraphs: all.slice(0, Math.max(2, Math.ceil(all.length * (0.35 + chance() * 0.35)))) }
    case 2: {
      const local = writeParagraphs(chance, words, 1 + Math.floor(chance() * 2))
      return {
        kind: 'localised',
        paragraphs: [...local, ...all.slice(0, Math.ceil(all.length * (0.65 + chance() * 0.35)))],
      }
    }
    case 3: {
      const edited = all.map((paragraph) =>
        paragraph
          .split(/(?<=\.) /)
          .filter(() => chance() > 0.1)
          .map((text) => (chance() < 0.15 ? text.replace(/ (?:on|in|at|am|el|la|nach|tras|after|with) /, ' ') : text))
          .join(' '),
      )
      return { kind: 'edited', paragraphs: edited.filter((text) => text !== '') }
    }
    default: {
      // an earlier lead: a quarter was written differently and the count stood elsewhere
      const rewritten = new Set(
        shuffled(
          chance,
          all.map((_, at) => at).filter((at) => at > 0),
        ).slice(0, Math.floor(all.length / 4)),
      )
      const earlier = all.map((paragraph, at) =>
        rewritten.has(at) ? writeParagraphs(chance, words, 1)[0]! : paragraph,
      )
      const first = earlier[0]!.replace(/\d+/, (count) => String(Number(count) + 7))
      return { kind: 'earlier version', paragraphs: [first, ...earlier.slice(1)] }
    }
  }
}

interface Fields {
  readonly paragraphs: readonly string[]
  readonly headline: string
  readonly slug: string
  readonly city: string
  readonly at: number
  readonly words: Lexicon
  readonly credit: string | undefined
  readonly wire?: boolean
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function dress(chance: Chance, outlet: Outlet, label: string, kind: string, id: string, fields: Fields): MadeStory {
  const { credit, city, words } = fields
  const dateline =
    chance() < 0.75 ? `${city.toUpperCase()} (${credit === undefined ? outlet.tag : tagOf(credit)}) — ` : ''
  const paragraphs = fields.paragraphs.map((paragraph, at) => (at === 0 ? dateline + paragraph : paragraph))
  if (outlet.tail !== '') paragraphs.push(outlet.tail)
  if (outlet.aside !== '' && chance() < 0.6) paragraphs.splice(Math.ceil(paragraphs.length / 2), 0, outlet.aside)
  const uri = outlet.agency
    ? `urn:newsml:${outlet.domain}:20260310:${id}`
    : `https://www.${outlet.domain}/2026/03/story-${id}.html`
  const at = new Date(fields.at).toISOString()
  const document = {
    uri,
    type: 'text',
    version: '1',
    firstcreated: at,
    versioncreated: at,
    language: words.language,
    pubstatus: 'usable',
    headline: fields.headline,
    ...(fields.slug === '' ? {} : { slugline: fields.slug }),
    ...(credit === undefined || (!outlet.agency && chance() < 0.15)
      ? {}
      : { infosources: [{ name: credit }], creditline: credit }),
    body_html: paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join(''),
  }
  return { feed: outlet.name, uri, label, kind, document: JSON.stringify(document) }
}

const tagOf = (credit: string): string => outlets.find((outlet) => outlet.credit === credit)?.tag ?? 'NDW'
