#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { act, collect, runProgram, wholeNumber } from './cli/command.ts'
import { UsageFault } from './cli/exit.ts'

// Verbs are loaded when they are called: `--help` and `parse` should not wait for the database client.

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

const program = new Command('writethru')
  .description('Wire-service ingester: agency feeds in, canonical stories in PostgreSQL out.')
  .version(version, '-V, --version')
  .option('--config <file>', 'configuration file (default: writethru.yaml, where there is one)')
  .option('--data <folder>', 'data folder of the embedded database (default: .writethru)')
  .option('--database <url>', 'PostgreSQL to use instead of the embedded one')
  .option('--log-level <level>', 'least weight of log lines: trace, debug, info, warn, error, silent')
  .option('--json', 'print JSON for machines')
  .showHelpAfterError('(`--help` tells more)')
  .addHelpText(
    'after',
    `
Exit codes: 0 done, 1 unexpected failure, 2 some input quarantined or refused, 3 wrong usage or configuration,
4 database or queue unreachable, 130 stopped by hand before all was put away.`,
  )
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })

act(
  program
    .command('parse')
    .description('read documents and print what stands in them; needs no database')
    .argument('<file...>', 'documents of any known format')
    .option('--explain', 'say where each field was read')
    .option('--format <name>', 'skip detection')
    .option('--companion <role=file>', 'a document that belongs to it, as the NITF of an AP item', collect)
    .option('--zone <zone>', 'IANA zone in which times without one are read')
    .option('--received-at <time>', 'ISO 8601; gives the year to dates without one')
    .option('--url <address>', 'where the documents came from, for relative links'),
  [
    ['writethru parse story.xml', 'in words'],
    ['writethru parse --json *.xml', 'one line of JSON a file'],
    ['writethru parse --companion nitf=body.xml item.json', 'an AP item with its text'],
  ],
  async (args, options, terminal) => (await import('./cli/parse.ts')).parseVerb(args, options, terminal),
)

act(
  program
    .command('migrate')
    .description('bring the database schema up to date')
    .option('--check', 'only say whether it is; exit code 4 when it is not'),
  [
    ['writethru migrate', 'migrate the database that DATABASE_URL names, or the embedded one'],
    ['writethru migrate --check', 'for a deployment: is the schema the one this program wants?'],
  ],
  async (_args, options, terminal) => (await import('./cli/migrate.ts')).migrateVerb(options, terminal),
)

act(
  program
    .command('ingest')
    .description('take documents through the whole pipeline and say what became of each')
    .argument('<what...>', 'files, folders or URLs')
    .option('--feed <name>', 'read them as documents of this feed (default: local)')
    .option('--zone <zone>', 'IANA zone in which times without one are read')
    .option('--allow-private', 'let URLs lead to private and local addresses'),
  [
    ['writethru ingest story.xml', 'one document'],
    ['writethru ingest archive/2026/', 'every file of a folder and the folders in it'],
    ['writethru ingest https://example.org/news/story.html', 'a page'],
    ['writethru ingest --feed ap-world rescued/', 'documents that a feed missed, with its rules'],
  ],
  async (args, options, terminal) => (await import('./cli/ingest.ts')).ingestVerb(args, options, terminal),
)

act(
  program.command('status').description('say whether all is well: feeds, documents at work, changes, quarantine, gaps'),
  [
    ['writethru status', 'the state of the house'],
    ['writethru status --json', 'the same for a script'],
  ],
  async (_args, options, terminal) => (await import('./cli/status.ts')).statusVerb(options, terminal),
)

act(
  program
    .command('story')
    .description('show a story: its current state, every revision, what changed, where it came from')
    .argument('<id>', 'number of the story, or the agency’s uri')
    .option('--body', 'print the whole current body too'),
  [
    ['writethru story 42', 'by number'],
    ['writethru story urn:newsml:example.org:20260312:4711', 'by the agency’s uri'],
    ['writethru story 42 --body', 'with its text'],
  ],
  async (args, options, terminal) => (await import('./cli/story.ts')).storyVerb(args[0]!, options, terminal),
)

act(
  program
    .command('replay')
    .description('take stored raw documents through the pipeline again; what is read as before changes nothing')
    .option('--since <day>', 'received on this UTC day or later, YYYY-MM-DD')
    .option('--until <day>', 'received on this UTC day or before')
    .option('--feed <name>', 'only of this feed')
    .option('--story <id>', 'only the documents of this story'),
  [
    ['writethru replay --since 2026-03-12', 'everything received since that day'],
    ['writethru replay --story 42', 'the documents of one story'],
  ],
  async (_args, options, terminal) => (await import('./cli/replay.ts')).replayVerb(options, terminal),
)

const quarantine = program.command('quarantine').description('documents and items that were refused')
const chooseOptions = (command: Command) =>
  command
    .option('--all', 'every open entry, of the code and feed where given')
    .option('--code <code>', 'with --all: only of this code')
    .option('--feed <name>', 'with --all: only of this feed')

act(
  quarantine
    .command('list')
    .description('list refused documents and items, newest first')
    .option('--state <state>', 'open, retrying, resolved, dropped or all (default: open)')
    .option('--feed <name>', 'only of this feed')
    .option('--code <code>', 'only of this error code')
    .addOption(new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1))),
  [
    ['writethru quarantine list', 'what waits for a person'],
    ['writethru quarantine list --state all --json', 'the whole record'],
  ],
  async (_args, options, terminal) => (await import('./cli/quarantine.ts')).quarantineListVerb(options, terminal),
)

act(
  quarantine
    .command('show')
    .description('show an entry with its raw document')
    .argument('<id>', 'number of the entry')
    .option('--raw', 'print the raw bytes and nothing else'),
  [
    ['writethru quarantine show 7', 'why it was refused, and the document'],
    ['writethru quarantine show 7 --raw > document.xml', 'the bytes as they came'],
  ],
  async ([id], options, terminal) =>
    (await import('./cli/quarantine.ts')).quarantineShowVerb(entryNumber(id!), options, terminal),
)

act(
  chooseOptions(
    quarantine.command('retry').description('take entries through the pipeline again').argument('[ids...]'),
  ),
  [
    ['writethru quarantine retry 7 8', 'these two'],
    ['writethru quarantine retry --all --code parse.crashed', 'all of a kind, after a new version of the program'],
  ],
  async (ids, options, terminal) =>
    (await import('./cli/quarantine.ts')).quarantineRetryVerb(ids.map(entryNumber), options, terminal),
)

act(
  chooseOptions(
    quarantine.command('drop').description('decide against entries; they stay on record').argument('[ids...]'),
  ),
  [['writethru quarantine drop 7', 'no story in it, nobody need look again']],
  async (ids, options, terminal) =>
    (await import('./cli/quarantine.ts')).quarantineDropVerb(ids.map(entryNumber), options, terminal),
)

function entryNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageFault(`${text} is no number of an entry.`)
  return Number(text)
}

process.exitCode = await runProgram(program, process.argv.slice(2))
