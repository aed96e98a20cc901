import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { requestSettings } from '../request-settings.ts'
import { windowSettings } from '../window/sweep.ts'

/** What the content API accepts as a read scope. */
const readScope = 'https://api.thomsonreuters.com/auth/reutersconnect.contentapi.read'

/** A channel's alias as `currentUser.subscriptions` lists it: "STK567". */
const alias = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'is no channel alias')

/** Settings of a feed of the kind reuters-connect. */
export const reutersConfigSchema = z.strictObject({
  url: endpoint
    .default('https://api.reutersconnect.com/content/graphql')
    .describe('The GraphQL endpoint of the content API.'),
  tokenUrl: endpoint.default('https://auth.thomsonreuters.com/oauth/token').describe('Where tokens are issued.'),
  clientIdSecret: z.string().min(1).default('REUTERS_CLIENT_ID').describe('Name of the secret with the client id.'),
  clientSecretSecret: z
    .string()
    .min(1)
    .default('REUTERS_CLIENT_SECRET')
    .describe('Name of the secret with the client secret.'),
  audience: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .describe('The audience that came with the credentials; no secret.'),
  scope: z
    .string()
    .regex(/^[\x20-\x7e]{1,1000}$/)
    .default(readScope)
    .describe('The scopes asked for. Writethru only reads.'),
  channels: z
    .array(alias)
    .min(1)
    .max(100)
    .optional()
    .describe('Aliases of channels the account is subscribed to; all of them by default.'),
  mediaTypes: z
    .array(z.enum(['TEXT', 'PICTURE', 'VIDEO', 'AUDIO', 'GRAPHIC', 'COMPOSITE']))
    .min(1)
    .default(['TEXT', 'PICTURE', 'GRAPHIC', 'VIDEO'])
    .describe('Kinds of items to take.'),
  query: z
    .string()
    .regex(/^[\x20-\x7e]{1,1000}$/, 'must be one line of ASCII')
    .optional()
    .describe('A search expression to narrow the list, in the words of Reuters: `-headline:"Link List"`.'),
  itemFields: z
    .array(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,40}$/, 'is no field name'))
    .max(60)
    .default([])
    .describe('Further plain fields to ask for with each item.'),
  leaveOutFields: z
    .array(z.string().min(1).max(41))
    .max(60)
    .default([])
    .describe('Fields not to ask for, should the API refuse one of them.'),
  pageSize: z.int().min(1).max(100).default(100).describe('Items a page of the list, at most 100.'),
  itemsPerRequest: z
    .int()
    .min(1)
    .max(25)
    .default(5)
    .describe('Items fetched with one request; 1 if the API refuses several.'),
  itemSeconds: z.number().min(1).max(300).default(30).describe('Time a poll may spend on fetching items.'),
  itemTries: z
    .int()
    .min(1)
    .max(50)
    .default(8)
    .describe('How often an item that is listed but not delivered is asked for, before it counts as refused.'),
  ...windowSettings,
  ...requestSettings,
})

export type ReutersConfig = z.output<typeof reutersConfigSchema>

/** All that shapes what the list holds: another list needs a new pass. */
export function listIdentity({ url, channels, mediaTypes, query }: ReutersConfig): string {
  return JSON.stringify([url, channels ?? [], mediaTypes, query ?? ''])
}
