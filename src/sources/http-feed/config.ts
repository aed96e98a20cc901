import { z } from 'zod'
import { isKeyParameter } from '../http/redact-url.ts'

/** Headers that carry a key; they are named with a secret, never written into a file. */
const keyHeaders = /^(?:authorization|proxy-authorization|cookie|x-api-?key|api-?key|x-auth-token)$/i
/** Headers the client sets itself. */
const ownHeaders =
  /^(?:host|connection|content-length|transfer-encoding|accept-encoding|if-none-match|if-modified-since)$/i

const headerName = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'is no header name')

const address = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL', abort: true })
  .superRefine((url, refine) => {
    const parsed = new URL(url)
    if (parsed.username !== '' || parsed.password !== '') {
      refine.addIssue({ code: 'custom', message: 'holds a password; use `basic` with the name of a secret' })
    }
    const key = [...parsed.searchParams.keys()].find(isKeyParameter)
    if (key !== undefined) {
      refine.addIssue({ code: 'custom', message: `holds a key in "${key}"; use secretQuery with the name of a secret` })
    }
  })

/** Settings of a feed of the kind http-feed. */
export const httpFeedConfigSchema = z.strictObject({
  url: address.describe('Address of the feed, without any key.'),
  headers: z
    .record(
      headerName.refine((name) => !ownHeaders.test(name), 'is set by Writethru itself'),
      z.string().regex(/^[\x20-\x7e]{0,1000}$/, 'must be one line of ASCII'),
    )
    .default({})
    .superRefine((headers, refine) => {
      for (const name of Object.keys(headers).filter((header) => keyHeaders.test(header))) {
        refine.addIssue({ code: 'custom', path: [name], message: 'carries a key; use secretHeaders' })
      }
    })
    .describe('Further headers, none of them secret.'),
  secretHeaders: z
    .record(headerName, z.string().min(1))
    .default({})
    .describe('Header name to the name of the secret that is its value: {x-api-key: PA_KEY}.'),
  secretQuery: z
    .record(z.string().min(1), z.string().min(1))
    .default({})
    .describe(
      'For sources that insist on a key in the query: parameter to name of secret. Never stored, never logged.',
    ),
  bearerSecret: z.string().min(1).optional().describe('Name of the secret sent as a bearer token.'),
  basic: z
    .strictObject({ user: z.string().min(1), passwordSecret: z.string().min(1) })
    .optional()
    .describe('User and name of the secret with the password, for basic authentication.'),
  expect: z
    .enum(['feed', 'page'])
    .default('feed')
    .describe('What comes from there: `feed` (RSS, Atom, JSON, XML, text) refuses web pages, `page` takes them.'),
  maxSeconds: z
    .int()
    .min(10)
    .max(86_400)
    .default(900)
    .describe('Longest pause that ttl and Cache-Control of the source may ask for; a feed may ask for hours.'),
  quietSeconds: z
    .int()
    .min(1)
    .max(86_400)
    .optional()
    .describe(
      'How far the pause may be stretched while the feed is quiet. Default: four intervals, within maxSeconds.',
    ),
  pages: z
    .int()
    .min(0)
    .max(100)
    .default(10)
    .describe(
      'Older pages read when the newest one no longer joins the last one seen; what they do not close is a gap.',
    ),
  history: z.int().min(0).max(100).default(0).describe('Older pages read at the very first poll.'),
  follow: z
    .enum(['sitemaps', 'documents'])
    .default('sitemaps')
    .describe(
      '`documents`: the address only lists documents (NewsML, NITF, any format); each is fetched and is the news. Sitemaps are always followed, to their pages.',
    ),
  fullText: z
    .boolean()
    .default(false)
    .describe('Fetch the page behind each entry and take the story from there where it says more than the feed.'),
  pageSeconds: z
    .number()
    .min(0.1)
    .max(60)
    .default(1)
    .describe('Least pause between two pages of one host; a longer Crawl-delay of the site counts more.'),
  webSub: z
    .boolean()
    .default(true)
    .describe(
      'Let a hub that the feed names deliver what is new, where http.publicUrl is set; polling goes on, more slowly.',
    ),
  requestSeconds: z.number().min(1).max(300).default(30).describe('Deadline of a request with its redirects.'),
  responseBytes: z.int().min(1024).max(268_435_456).default(16_777_216).describe('Largest body accepted, unpacked.'),
  allowPrivate: z.boolean().default(false).describe('Allow a private or local address.'),
})

export type HttpFeedConfig = z.output<typeof httpFeedConfigSchema>
