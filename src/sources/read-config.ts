import type { z } from 'zod'
import { WireError } from '../story/errors.ts'

/** Validates a feed's settings and lists every fault of them at once, each with its key, in plain words. */
export function readConfigWith<S extends z.ZodType>(schema: S, raw: Readonly<Record<string, unknown>>): z.output<S> {
  const outcome = schema.safeParse(raw)
  if (outcome.success) return outcome.data
  throw new WireError('config.invalid', outcome.error.issues.map((issue) => wordsFor(issue, schema)).join('; '))
}

type Issue = z.core.$ZodIssue

function wordsFor(issue: Issue, schema: z.ZodType): string {
  const key = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys.map((name) => (key === '' ? name : `${key}.${name}`)).join(', ')
    const known = key === '' ? settingsOf(schema) : []
    return `${unknown} is no setting of this kind${known.length === 0 ? '' : `; there are ${known.join(', ')}`}`
  }
  // Zod tells a missing key from a wrong one in its words only.
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return `${key} is missing; it is ${article(issue.expected)}`
  }
  if (issue.code === 'invalid_type') return `${key} must be ${article(issue.expected)}`
  return key === '' ? issue.message : `${key}: ${issue.message}`
}

const articles: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, ["..."]',
  record: 'a table of names and values',
  object: 'a table of names and values',
}

const article = (expected: string): string => articles[expected] ?? expected

/** Names of the settings, where the schema is a plain object or one that is refined or transformed. */
function settingsOf(schema: z.ZodType): string[] {
  const { shape, def } = schema as unknown as { shape?: Record<string, unknown>; def?: { in?: z.ZodType } }
  if (shape !== undefined) return Object.keys(shape)
  return def?.in === undefined ? [] : settingsOf(def.in)
}
