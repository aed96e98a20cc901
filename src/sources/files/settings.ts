import { z } from 'zod'

const ending = z.string().regex(/^\.[^./\\]{1,20}$/, 'must look like ".xml"')
const pattern = z.string().regex(/^[^/\\]{1,100}$/, 'must be a name of at most 100 characters without folders')

/** Settings that every place with files has: what is taken, when it is whole, how much at once. */
export const filesSettings = {
  recursive: z
    .boolean()
    .default(false)
    .describe('Look into subfolders, up to eight levels deep. Symbolic links are never followed.'),
  extensions: z.array(ending).min(1).optional().describe('Only files with one of these endings, upper or lower case.'),
  names: z
    .array(pattern)
    .min(1)
    .max(100)
    .optional()
    .describe('Only files whose name fits one of these, upper or lower case: `*` any characters, `?` one.'),
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
  fileBytes: z.int().min(1).max(1_073_741_824).default(33_554_432).describe('Largest file taken.'),
  filesAtOnce: z.int().min(1).max(1000).default(100).describe('Files a poll takes at most.'),
  bytesAtOnce: z.int().min(1).max(1_073_741_824).default(67_108_864).describe('Bytes a poll takes at most.'),
} as const

/** What the loop over files needs of a feed's settings. */
export interface FilesSettings {
  /** `keep` leaves files and remembers each; otherwise they are put away. */
  readonly mode: string
  readonly doneSuffix?: string | undefined
  readonly settleSeconds: number
  readonly everySeconds: number
  readonly fileBytes: number
  readonly filesAtOnce: number
  readonly bytesAtOnce: number
}
