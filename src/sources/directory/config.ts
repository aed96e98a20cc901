import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'

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
    recursive: z
      .boolean()
      .default(false)
      .describe('Look into subfolders, up to eight levels deep. Symbolic links are never followed.'),
    extensions: z
      .array(z.string().regex(/^\.[^./\\]{1,20}$/, 'must look like ".xml"'))
      .min(1)
      .optional()
      .describe('Only files with one of these endings, upper or lower case.'),
    doneSuffix: z
      .string()
      .regex(/^\.[\w.-]{1,20}$/, 'must look like ".done"')
      .optional()
      .describe('Take a file only once its marker is there: story.xml.done or story.done for story.xml.'),
    settleSeconds: z
      .number()
      .min(0)
      .max(3600)
      .default(2)
      .describe('A file must keep its size and time for this long. 0 for folders into which files are only renamed.'),
    everySeconds: z.number().min(0.1).max(3600).default(2).describe('Pause between two looks at the folder.'),
    fileBytes: z.int().min(1).max(1_073_741_824).default(33_554_432).describe('Largest file taken.'),
    filesAtOnce: z.int().min(1).max(1000).default(100).describe('Files a poll takes at most.'),
    bytesAtOnce: z.int().min(1).max(1_073_741_824).default(67_108_864).describe('Bytes a poll takes at most.'),
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
