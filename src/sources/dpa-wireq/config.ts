import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { requestSettings } from '../request-settings.ts'

/** Settings of a feed of the kind dpa-wireq. */
export const wireqConfigSchema = z.strictObject({
  url: endpoint.describe(
    'Address of the queue as the API portal gives it, without `/entries.json`. Put `{queue}` where a part of it is secret.',
  ),
  queueSecret: z
    .string()
    .min(1)
    .default('DPA_WIREQ_QUEUE')
    .describe('Name of the secret that stands for `{queue}` in the address: it alone opens the queue.'),
  apiKeySecret: z
    .string()
    .min(1)
    .optional()
    .describe('Name of the secret sent as `x-api-key`, where the portal wants one besides the address.'),
  receiptsAtOnce: z.int().min(1).max(16).default(4).describe('Receipts returned side by side.'),
  receiptSeconds: z.number().min(1).max(120).default(20).describe('Time spent on returning the receipts of one poll.'),
  mostSeconds: z
    .number()
    .min(1)
    .max(3600)
    .default(300)
    .describe('Longest pause between two polls that dpa may ask for in an answer with entries or without.'),
  ...requestSettings,
  allowPrivate: z.boolean().default(false).describe('Allow a queue on a private or local address.'),
})

export type WireqConfig = z.output<typeof wireqConfigSchema>
