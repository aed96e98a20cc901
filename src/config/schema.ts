import { z } from 'zod'
import { feedDefinition } from './feed-definition.ts'

/** What a process can do; one process does all of it unless told otherwise. */
export const roleNames = [
  'dispatch',
  'poll',
  'ingest',
  'rendition',
  'sequence',
  'relate',
  'maintenance',
  'http',
] as const
export type Role = (typeof roleNames)[number]

const whole = (least: number, most: number) => z.number().int().min(least).max(most)
const megabyte = 1_048_576

const http = z.strictObject({
  host: z.string().min(1).default('127.0.0.1').describe('Address the web server listens on; `0.0.0.0` for all.'),
  port: whole(0, 65_535).default(8420).describe('Port of the web server; 0 takes any free one.'),
  publicUrl: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL', abort: true })
    .optional()
    .describe(
      'Address under which the web server is reached from outside, through your proxy; hubs deliver there (WebSub). Absent: no hub is asked.',
    ),
})

const log = z.strictObject({
  level: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Least weight of a log line that is written.'),
  format: z
    .enum(['auto', 'json', 'text'])
    .default('auto')
    .describe('`json` for machines, `text` for people; `auto` is text on a terminal.'),
})

const poll = z.strictObject({
  concurrency: whole(1, 1000).default(16).describe('Feeds one process polls at the same time.'),
  perHostConcurrency: whole(1, 100).default(2).describe('Feeds of one host that are polled at the same time.'),
})

const ingest = z.strictObject({
  batchSize: whole(1, 1000).default(100).describe('Captures taken into one batch, at most.'),
  parsers: whole(1, 64)
    .default(1)
    .describe('Processes that parse, beside the worker. One that a document brings down is started again.'),
  heapMb: whole(16, 4096)
    .default(64)
    .describe('Heap a parsing process may use, in MB; a document that needs more is refused.'),
  timeLimitMs: whole(50, 600_000)
    .default(2000)
    .describe('Time a document may take to parse, in milliseconds; one that needs longer is refused.'),
})

const limits = z.strictObject({
  captureBytes: whole(1024, 512 * megabyte)
    .default(64 * megabyte)
    .describe(
      'Largest document that is parsed, with its companions, in bytes, after decompression. What one feed may bring is a setting of the feed.',
    ),
})

const retention = z.strictObject({
  captureDays: whole(0, 36_500).default(90).describe('Days raw bytes are kept; 0 keeps them for ever.'),
  changeDays: whole(0, 36_500).default(90).describe('Days rows of the change feed are kept; 0 keeps them for ever.'),
  attemptDays: whole(0, 36_500).default(14).describe('Days the records of attempts are kept; 0 keeps them for ever.'),
})

const shutdown = z.strictObject({
  graceSeconds: whole(0, 3600)
    .default(20)
    .describe('Seconds a stop waits for work in hand; what is not done then goes back to the queue.'),
})

const simulator = z.strictObject({
  host: z.string().min(1).default('127.0.0.1').describe('Address the scripted agency listens on.'),
  port: whole(0, 65_535).default(8421).describe('Port of the scripted agency; 0 takes any free one.'),
  speed: z.number().positive().max(1_000_000).default(60).describe('How many times faster than life its day passes.'),
  seed: whole(0, 4_294_967_295).default(1).describe('Seed of its day; the same seed gives the same day.'),
  faults: z.array(z.string()).default([]).describe('Faults it starts with (docs/simulator.md).'),
})

/**
 * Every setting there is. docs/configuration.md is generated from this, so a description says what the value does,
 * its unit, and what its ends mean.
 */
export const configSchema = z.strictObject({
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional()
    .describe('PostgreSQL to use, as a connection string. Absent: an embedded server in `dataDirectory`.'),
  queueUrl: z
    .string()
    .regex(/^(postgres$|rediss?:\/\/|unix:)/, 'must be postgres, or begin with redis://, rediss:// or unix:')
    .default('postgres')
    .describe(
      'Queue to use: `postgres` keeps it in the database; `redis://`, `rediss://` or `unix:/path/to/socket` name a Redis or Valkey server.',
    ),
  databasePoolSize: whole(2, 1000)
    .default(10)
    .describe('Connections to PostgreSQL one process opens, at most, beside those of the queue.'),
  dataDirectory: z
    .string()
    .min(1)
    .default('.writethru')
    .describe('Folder of the embedded server. A relative path counts from the working directory.'),
  roles: z
    .array(z.enum(roleNames))
    .min(1)
    .default([...roleNames])
    .describe('What this process does. A subcommand that names a role wins.'),
  http: http.prefault({}).describe('The web server: health, metrics, the desk.'),
  log: log.prefault({}).describe('Logging.'),
  poll: poll.prefault({}).describe('Asking the sources.'),
  ingest: ingest.prefault({}).describe('Making stories of captures.'),
  receiptLeaseSeconds: whole(1, 3600)
    .default(10)
    .describe('Seconds a worker may hold a batch without a sign of life; then another one takes it.'),
  limits: limits.prefault({}).describe('What is too large.'),
  retention: retention.prefault({}).describe('How long things are kept. Stories and captions are kept for ever.'),
  shutdown: shutdown.prefault({}).describe('Stopping.'),
  simulator: simulator.prefault({}).describe('The scripted agency.'),
  feeds: z
    .array(feedDefinition)
    .default([])
    .superRefine((feeds, context) => {
      const seen = new Set<string>()
      for (const [at, { name }] of feeds.entries()) {
        if (seen.has(name)) context.addIssue({ code: 'custom', path: [at, 'name'], message: `"${name}" is used twice` })
        seen.add(name)
      }
    })
    .describe('The feeds. In the file only.'),
})

export type Config = z.output<typeof configSchema>
