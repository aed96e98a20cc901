import { z } from 'zod'

/** An address of an API as settings give it: http or https, no password in it, no query, no slash at its end. */
export const endpoint = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL', abort: true })
  .refine((url) => new URL(url).search === '' && new URL(url).username === '', 'must have no query and no password')
  .transform((url) => url.replace(/\/{1,8}$/, ''))
