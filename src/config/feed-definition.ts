import { z } from 'zod'

/** True for a name of the IANA time-zone database that this Node knows. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * One feed of the feeds list. Only its shape is checked here; what `config` must hold is the business of the source
 * that `kind` names, which checks it before the first poll.
 */
export const feedDefinition = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, 'must be 1 to 63 lower-case letters, digits, dots, dashes or underscores')
      .describe('Your name for the feed, as used on the command line and in metrics. Unique.'),
    kind: z
      .string()
      .min(1)
      .describe('Kind of source, such as `ap-media-api`, `http-feed`, `directory`, `ftp` (docs/sources).'),
    agency: z.string().trim().min(1).describe('The agency or outlet the feed belongs to: `AP`, `Reuters`.'),
    authority: z
      .string()
      .regex(/^\S{1,100}$/, 'must not hold white space')
      .optional()
      .describe(
        'Who gives out story ids that are unique only within an agency. Feeds with the same authority share their stories. Default: the agency in lower case.',
      ),
    enabled: z.boolean().default(true).describe('False keeps the feed and its cursor, and does not poll it.'),
    intervalSeconds: z
      .number()
      .int()
      .min(1)
      .max(86_400)
      .default(60)
      .describe('Pause between two polls in seconds, where the source does not say itself when to come back.'),
    zone: z
      .string()
      .refine(isZone, 'must be a zone of the IANA database, such as Europe/Berlin')
      .default('UTC')
      .describe('IANA time zone in which times without one are read.'),
    checkClock: z
      .boolean()
      .default(true)
      .describe(
        'False for a rehearsal whose day passes faster than ours: its dates then open no gap of the kind clock-jump.',
      ),
    config: z.record(z.string(), z.unknown()).default({}).describe('Settings of the source; see the page of its kind.'),
  })
  .transform((feed) => ({ ...feed, authority: feed.authority ?? feed.agency.toLowerCase().replace(/\s+/g, '-') }))

export type FeedDefinition = z.output<typeof feedDefinition>
