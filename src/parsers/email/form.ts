import { readLanguage } from '../../normalise/language.ts'
import { readDateline } from '../../normalise/dateline.ts'
import { setBody, setTextBody } from '../../normalise/body.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import { setTime } from '../../normalise/time.ts'
import type { TimeOptions } from '../../normalise/time.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { asString, isObject, parseJson } from '../json/read.ts'

/** The fields of a form that was sent by mail, by lower-case name. */
export type Form = ReadonlyMap<string, string>

const known = new Set([
  'headline', 'title', 'slug', 'slugline', 'abstract', 'summary', 'body', 'story', 'text', 'byline', 'dateline', 'category', 'priority',
  'urgency', 'news value', 'genre', 'place', 'desk', 'keywords', 'embargo', 'ednote', 'editor note', "editor's note", 'language',
]) // prettier-ignore
const bodyNames: ReadonlySet<string> = new Set(['body', 'story', 'text'])
const line = /^([A-Za-z][A-Za-z' ]{1,30})\s?:\s{0,4}(.*)$/

/**
 * Reads a form mail: an object in JSON whose members are the answers (Google Forms sends each as a list), or lines of the
 * kind "Headline: ...". Undefined when the text is none: it must name a headline or slug, and a body.
 */
export function readForm(text: string): Form | undefined {
  const form = text.trimStart().startsWith('{') ? readJsonForm(text) : readLineForm(text)
  if (form === undefined) return undefined
  const has = (...names: string[]): boolean => names.some((name) => form.has(name))
  return has('headline', 'title', 'slug', 'slugline') && has('body', 'story', 'text') ? form : undefined
}

function readJsonForm(text: string): Form | undefined {
  const json = parseJson(text.trim())
  if (json.kind === 'refused' || !isObject(json.value)) return undefined
  const form = new Map<string, string>()
  for (const [name, value] of Object.entries(json.value).slice(0, 200)) {
    const answer = Array.isArray(value) ? value.map(asString).filter(Boolean).join(', ') : asString(value)
    if (answer !== undefined && answer !== '') form.set(name.trim().toLowerCase(), answer)
  }
  return form
}

function readLineForm(text: string): Form | undefined {
  const form = new Map<string, string>()
  let open: string | undefined
  const lines = text.split('\n')
  const nameAt = (at: number): string | undefined => {
    const name = line
      .exec(lines[at]?.trim() ?? '')?.[1]
      ?.trim()
      .toLowerCase()
    return name !== undefined && known.has(name) ? name : undefined
  }
  const hasBody = lines.some((_, at) => bodyNames.has(nameAt(at) ?? ''))
  for (const [at, raw] of lines.entries()) {
    // a head of fields over a text that has no name of its own
    if (!hasBody && open !== undefined && raw.trim() === '' && form.size >= 2 && nameAt(at + 1) === undefined) {
      form.set('body', lines.slice(at + 1).join('\n'))
      break
    }
    const found = line.exec(raw.trim())
    const name = found?.[1]?.trim().toLowerCase()
    // once the body has begun everything belongs to it
    const inBody = bodyNames.has(open ?? '')
    if (!inBody && name !== undefined && known.has(name)) {
      form.set(name, found?.[2] ?? '')
      open = name
    } else if (open === undefined) {
      if (raw.trim() !== '') return undefined
    } else form.set(open, `${form.get(open) ?? ''}\n${raw}`)
  }
  return form.size >= 3 ? form : undefined
}

/** Fills what a form says. News value, where a form asks for it, is the urgency of the desk's own scale. */
export function fillForm(draft: ItemDraft, form: Form, times: TimeOptions): void {
  const one = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = form.get(name)?.trim()
      if (value !== undefined && value !== '') return value
    }
    return undefined
  }
  draft.set('headline', one('headline', 'title'), 'form headline')
  draft.set('slug', one('slugline', 'slug'), 'form slug')
  draft.set('abstract', one('abstract', 'summary'), 'form abstract')
  draft.set('byline', one('byline'), 'form byline')
  draft.set('editorialNote', one('ednote', 'editor note', "editor's note"), 'form note')
  draft.set('urgency', readUrgency(one('news value', 'urgency')) ?? readUrgency(one('priority')), 'form news value')
  const embargo = one('embargo')
  if (embargo !== undefined && !/^(?:no|none|nil|n\/a|false|0)$/i.test(embargo))
    setTime(draft, 'embargoedUntil', embargo, 'form embargo', times)
  draft.set('language', readLanguage(one('language')), 'form language')
  const dateline = one('dateline')
  if (dateline !== undefined) draft.set('dateline', readDateline(dateline), 'form dateline')
  const category = one('category')
  if (category !== undefined) draft.add('categories', category, 'form category')
  const genre = one('genre')
  if (genre !== undefined) draft.add('genres', genre, 'form genre')
  const place = one('place')
  if (place !== undefined) draft.add('places', { name: place }, 'form place')
  for (const keyword of one('keywords')?.split(/[,;]/) ?? []) draft.add('keywords', keyword.trim(), 'form keywords')
  for (const name of ['desk', 'username', 'timestamp', 'legal flag', 'priority']) {
    const value = one(name)
    if (value !== undefined) draft.add('notes', `${name}: ${value}`, 'form')
  }
  const body = one('body', 'story', 'text') ?? ''
  if (/<(?:p|br|div)\b/i.test(body)) setBody(draft, body, 'form body')
  else setTextBody(draft, body, 'form body')
}
