import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { isKeyParameter } from '../http/redact-url.ts'
import { requestSettings } from '../request-settings.ts'
import { windowSettings } from '../window/sweep.ts'

/** Parameters of the list that the source sets itself. */
const ownParameters = new Set(['sort', 'limit', 'offset', 'fields'])

/** Settings of a feed of the kind pa. */
export const paConfigSchema = z.strictObject({
  baseUrl: endpoint.default('https://content.api.pressassociation.io/v1').describe('Where the Content API lives.'),
  apiKeySecret: z.string().min(1).default('PA_API_KEY').describe('Name of the secret with the key.'),
  service: z
    .string()
    .regex(/^[\w:.-]{1,120}$/, 'is no service id')
    .optional()
    .describe('One service of the account: `paservice:sport:football`. All items by default.'),
  parameters: z
    .record(z.string().regex(/^[\w.-]{1,40}$/), z.string().regex(/^[\x20-\x7e]{1,300}$/))
    .default({})
    .superRefine((parameters, refine) => {
      for (const name of Object.keys(parameters)) {
        if (isKeyParameter(name))
          refine.addIssue({ code: 'custom', path: [name], message: 'is a key; use apiKeySecret' })
        if (ownParameters.has(name)) refine.addIssue({ code: 'custom', path: [name], message: 'is set by Writethru' })
      }
    })
    .describe('Further parameters of the list, to narrow it: `{product: "paproduct:create"}`.'),
  pageSize: z.int().min(1).max(100).default(50).describe('Items a page of the list.'),
  pageOverlap: z
    .int()
    .min(0)
    .max(20)
    .default(3)
    .describe('Items by which pages overlap, should an item vanish from the list while it is read.'),
  mostItems: z
    .int()
    .min(100)
    .max(100_000)
    .default(10_000)
    .describe('How deep into the list a pass goes; a pass that ends there is a recorded gap.'),
  ...windowSettings,
  ...requestSettings,
})

export type PaConfig = z.output<typeof paConfigSchema>

/** One page of the list, newest first. */
export function pageUrl(config: PaConfig, offset: number): string {
  const path = config.service === undefined ? '/item' : `/service/${config.service}/item`
  const url = new URL(`${config.baseUrl}${path}`)
  for (const [name, value] of Object.entries(config.parameters)) url.searchParams.set(name, value)
  url.searchParams.append('sort', 'issued:desc')
  url.searchParams.append('sort', 'uri:asc')
  url.searchParams.set('limit', String(config.pageSize))
  url.searchParams.set('offset', String(offset))
  return url.href
}
