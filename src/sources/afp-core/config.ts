import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { windowSettings } from '../window/sweep.ts'

const word = z.string().regex(/^[\w.-]{1,60}$/, 'is no value of AFP’s')

/** Settings of a feed of the kind afp-core. */
export const afpConfigSchema = z.strictObject({
  baseUrl: endpoint.default('https://afp-apicore-prod.afp.com').describe('Where the Core API lives, without /v1.'),
  grant: z
    .enum(['password', 'anonymous'])
    .default('password')
    .describe(
      'How a token is had: `password` for customers; `anonymous` gives the news of the day before, for trials.',
    ),
  clientIdSecret: z.string().min(1).default('AFP_CLIENT_ID').describe('Name of the secret with the client id.'),
  clientSecretSecret: z
    .string()
    .min(1)
    .default('AFP_CLIENT_SECRET')
    .describe('Name of the secret with the client secret.'),
  usernameSecret: z.string().min(1).default('AFP_USERNAME').describe('Name of the secret with the user’s name.'),
  passwordSecret: z.string().min(1).default('AFP_PASSWORD').describe('Name of the secret with the password.'),
  languages: z.array(word).min(1).max(20).optional().describe('Languages to take: `[en, fr]`; all by default.'),
  products: z
    .array(word)
    .min(1)
    .max(50)
    .optional()
    .describe('Products to take: `[news, multimedia, photo]`; all the account may see by default.'),
  classes: z
    .array(word)
    .min(1)
    .max(20)
    .optional()
    .describe('Kinds of documents to take: `[text, picture]`; all by default.'),
  rows: z.int().min(1).max(1000).default(200).describe('Documents a request, at most 1,000.'),
  ...windowSettings,
  requestSeconds: z.number().min(1).max(300).default(40).describe('Deadline of a request.'),
  responseBytes: z
    .int()
    .min(65_536)
    .max(268_435_456)
    .default(67_108_864)
    .describe('Largest answer accepted, unpacked.'),
  allowPrivate: z.boolean().default(false).describe('Allow an API on a private or local address.'),
})

export type AfpConfig = z.output<typeof afpConfigSchema>

/** All that shapes what a search finds: another search needs a new pass. */
export function searchIdentity({ baseUrl, grant, languages, products, classes }: AfpConfig): string {
  return JSON.stringify([baseUrl, grant, languages ?? [], products ?? [], classes ?? []])
}

/** The body of a search for what was published from a moment on, oldest first. */
export function searchBody(config: AfpConfig, from: string, rows: number): string {
  const terms = [
    ...(config.products === undefined ? [] : [{ name: 'product', in: config.products }]),
    ...(config.classes === undefined ? [] : [{ name: 'class', in: config.classes }]),
    ...(config.languages === undefined ? [] : [{ name: 'lang', in: config.languages }]),
  ]
  return JSON.stringify({
    tz: 'GMT',
    dateRange: { from, to: 'now' },
    sortField: 'published',
    sortOrder: 'asc',
    maxRows: rows,
    fields: [],
    ...(terms.length === 0 ? {} : { query: { and: terms } }),
  })
}
