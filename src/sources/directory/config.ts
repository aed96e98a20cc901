import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { filesSettings } from '../files/settings.ts'

const folder = z
  .string()
  .min(1)
  .max(4096)
  .refine((path) => !path.includes('\0'), 'must not hold a zero byte')

/** Settings of a feed of the kind directory. */
export const directoryConfigSchema = z
  .strictObject({
    path: folder.describe('The folder files are dropped into.'),
    mode: z
      .enum(['move', 'keep'])
      .default('move')
      .describe('`move` puts files away once they are stored; `keep` leaves them and remembers each, up to 20,000.'),
    processed: folder.default('processed').describe('Where stored files go, within `path` or absolute.'),
    error: folder.default('error').describe('Where files go that cannot be taken, with the reason beside them.'),
    ...filesSettings,
    everySeconds: z.number().min(0.1).max(3600).default(2).describe('Pause between two looks at the folder.'),
  })
  .transform((config) => {
    const path = resolve(config.path)
    const within = (name: string): string => (isAbsolute(name) ? name : join(path, name))
    return { ...config, path, processed: within(config.processed), error: within(config.error) }
  })
  .superRefine((config, refine) => {
    for (const name of ['processed', 'error'] as const) {
      if (config[name] === config.path) {
        refine.addIssue({ code: 'custom', path: [name], message: 'must not be the watched folder itself' })
      }
    }
  })

export type DirectoryConfig = z.output<typeof directoryConfigSchema>
