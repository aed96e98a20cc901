import { z } from 'zod'

/** Bounds of a request to an agency's API, which every feed of such a kind may set. */
export const requestSettings = {
  requestSeconds: z.number().min(1).max(300).default(30).describe('Deadline of a request.'),
  responseBytes: z
    .int()
    .min(65_536)
    .max(268_435_456)
    .default(33_554_432)
    .describe('Largest answer accepted, unpacked.'),
  allowPrivate: z.boolean().default(false).describe('Allow an API on a private or local address.'),
}
