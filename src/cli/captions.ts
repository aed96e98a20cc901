import { userInfo } from 'node:os'
import { compareNormalised } from '../captions/compare.ts'
import type { CaptionComparison } from '../captions/compare.ts'
import { normaliseCaption } from '../captions/normalise.ts'
import type { NormalisedCaption } from '../captions/normalise.ts'
import { openCaptionRules } from '../captions/rules.ts'
import { mergeFamilies, splitFamily } from '../store/families/decisions.ts'
import { findFamiliesByText, readCaptionFamily } from '../store/families/read.ts'
import type { CaptionFamily } from '../store/families/read.ts'
import { readRekeyState, rekeyCaptions } from '../store/families/rekey.ts'
import { relateWaitingCaptions } from '../store/families/relate.ts'
import type { Pool } from '../store/pool.ts'
import { familyPage } from './captions-words.ts'
import { exit, UsageFault } from './exit.ts'
import { safe } from './print/paint.ts'
import { facts } from './print/table.ts'
import { count } from './print/words.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

const isNumber = (text: string): boolean => /^\d{1,15}$/.test(text)

function numberOf(text: string, what: string): number {
  if (!isNumber(text)) throw new UsageFault(`${safe(text)} is no number of a ${what}.`)
  return Number(text)
}

async function familyOf(pool: Pool, id: number): Promise<CaptionFamily> {
  const family = await readCaptionFamily(pool, id)
  if (family === undefined) throw new UsageFault(`There is no caption family ${id}.`)
  return family
}

/** `writethru captions show ID|TEXT`: a caption across stories, and how each of its places came to it. */
export async function captionsShowVerb(name: string, globals: GlobalOptions, terminal: Terminal): Promise<number> {
  return withRuntime(globals, {}, async ({ pool }) => {
    if (isNumber(name)) {
      const family = await familyOf(pool, Number(name))
      present(terminal, globals.json, family, () => familyPage(family, terminal))
      return exit.done
    }
    const found = await findFamiliesByText(pool, name, openCaptionRules())
    if (found[0] === undefined) throw new UsageFault('No caption is like this text.')
    const family = await familyOf(pool, found[0].family)
    const { relation, reasons } = found[0].comparison
    const others = found.slice(1).map(({ family: id, comparison }) => ({ family: id, ...comparison }))
    present(terminal, globals.json, { ...family, found: { relation, reasons, others } }, () =>
      [
        `${relation}: ${reasons.join('; ')}`,
        familyPage(family, terminal),
        ...others.map((other) => `Also ${other.relation}: family ${other.family}, ${other.reasons.join('; ')}`),
      ].join('\n\n'),
    )
    return exit.done
  })
}

/** `writethru captions compare A B`: the relation of two captions, in words. Texts need no database. */
export async function captionsCompareVerb(
  names: readonly string[],
  globals: GlobalOptions,
  terminal: Terminal,
): Promise<number> {
  const compare = async (read: (name: string) => Promise<NormalisedCaption>): Promise<number> => {
    const [a, b] = [await read(names[0]!), await read(names[1]!)]
    const within = compareNormalised(a, b)
    const across = compareNormalised(a, b, { scope: 'elsewhere' })
    const sides = { a: sideOf(a), b: sideOf(b) }
    present(terminal, globals.json, { ...within, acrossStories: across, ...sides }, () =>
      facts(
        [
          ['A', sideWords(a)],
          ['B', sideWords(b)],
          ['in one story', relationWords(within)],
          ['across stories', relationWords(across)],
        ],
        terminal.paint,
      ),
    )
    return exit.done
  }
  if (!names.some(isNumber)) return compare((name) => Promise.resolve(normaliseCaption(name)))
  return withRuntime(globals, {}, ({ pool }) =>
    compare(async (name) => {
      if (!isNumber(name)) return normaliseCaption(name)
      const { text, credit, photographer, agency } = await familyOf(pool, Number(name))
      return normaliseCaption(text, {
        ...(credit === null ? {} : { credit }),
        ...(photographer === null ? {} : { photographer }),
        ...(agency === null ? {} : { agency }),
      })
    }),
  )
}

const sideOf = ({ text, credit, photographers, agencies, flags, dates, peeled, weight, key }: NormalisedCaption) => ({
  text,
  ...(credit === undefined ? {} : { credit }),
  photographers,
  agencies,
  flags,
  dates,
  peeled,
  weight,
  key,
})

const sideWords = ({ text, credit, weight }: NormalisedCaption): string =>
  `${safe(text)}\n${credit === undefined ? 'no credit' : `credit ${safe(credit)}`}, ${count(weight, 'word')} with weight`

function relationWords({ relation, richer, reasons }: CaptionComparison): string {
  const side = richer === undefined ? '' : `, ${richer.toUpperCase()} says more`
  return `${relation}${side}: ${reasons.join('; ')}`
}

export interface DecideOptions extends GlobalOptions {
  readonly by?: string
  readonly reason?: string
}

const decisionOf = ({ by, reason }: DecideOptions) => ({ by: by ?? userInfo().username, reason: reason ?? '' })

/** `writethru captions split FAMILY CAPTION...`: these are another caption, for good. */
export async function captionsSplitVerb(
  names: readonly string[],
  options: DecideOptions,
  terminal: Terminal,
): Promise<number> {
  const family = numberOf(names[0]!, 'family')
  const captions = names.slice(1).map((name) => numberOf(name, 'caption'))
  return withRuntime(options, {}, async ({ pool }) => {
    const { id } = await familyOf(pool, family)
    const outcome = await splitFamily(pool, id, captions, decisionOf(options), openCaptionRules())
    switch (outcome.kind) {
      case 'strangers':
        throw new UsageFault(`Not in family ${id}: ${outcome.captions.join(', ')}. \`captions show ${id}\` lists it.`)
      case 'nothing-left':
        throw new UsageFault(`That is all of family ${id}: nothing would be left to be split from.`)
      case 'no-such-family':
        throw new UsageFault(`There is no caption family ${id}.`)
      case 'split':
        present(terminal, options.json, { family: id, split: outcome.captions }, () => {
          return `${count(outcome.captions.length, 'caption')} split from family ${id}. It is remembered: they are not joined again.`
        })
        return exit.done
    }
  })
}

/** `writethru captions merge A B`: two families are one caption, for good. */
export async function captionsMergeVerb(
  names: readonly string[],
  options: DecideOptions,
  terminal: Terminal,
): Promise<number> {
  const [a, b] = [numberOf(names[0]!, 'family'), numberOf(names[1]!, 'family')]
  return withRuntime(options, {}, async ({ pool }) => {
    const [left, right] = [await familyOf(pool, a), await familyOf(pool, b)]
    const outcome = await mergeFamilies(pool, left.id, right.id, decisionOf(options), openCaptionRules())
    switch (outcome.kind) {
      case 'same':
        throw new UsageFault(`${a} and ${b} are one family already.`)
      case 'no-such-family':
        throw new UsageFault(`There is no caption family ${outcome.family}.`)
      case 'no-caption':
        throw new UsageFault(`Family ${outcome.family} is furniture of a site or a headline, and no caption.`)
      case 'merged':
        present(terminal, options.json, { family: outcome.family }, () => {
          return `Families ${left.id} and ${right.id} are one: ${outcome.family}. It is remembered.`
        })
        return exit.done
    }
  })
}

/** `writethru captions rekey`: brings stored captions to the rules of this program, or says how far that is. */
export async function captionsRekeyVerb(
  options: GlobalOptions & { status?: boolean },
  terminal: Terminal,
): Promise<number> {
  return withRuntime(options, {}, async ({ pool }) => {
    const rules = openCaptionRules()
    if (options.status !== true) {
      while ((await rekeyCaptions(pool, rules, 100)) > 0);
      while ((await relateWaitingCaptions(pool, { rules, limit: 200 })).taken > 0);
    }
    const state = await readRekeyState(pool, rules.version)
    present(terminal, options.json, state, () => {
      if (state.captionsLeft + state.wordingsLeft + state.waiting === 0) {
        return `All captions are keyed by version ${state.version} of the rules and compared.`
      }
      return `${count(state.captionsLeft, 'caption')} and ${count(state.wordingsLeft, 'wording')} keyed by rules before version ${state.version}, ${state.waiting} waiting to be compared.`
    })
    return exit.done
  })
}
