#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Command, Option } from 'commander'
import { act, collect, positiveNumber, runProgram, seconds, wholeNumber, zoneName } from './cli/command.ts'
import { addCaptionVerbs } from './cli/captions-verbs.ts'
import { UsageFault } from './cli/exit.ts'
import { addStoryVerbs } from './cli/story-verbs.ts'
import type * as parse from './cli/parse.ts'

// Verbs are loaded when they are called: `--help` and `parse` should not wait for the database client. `parse` is run in
// scripts, file by file, and is required instead of imported: Node reads its few hundred modules in half the time when it
// need not take them up one by one from a queue.
const require = createRequire(import.meta.url)

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
Exit codes: 0 done, 1 unexpected failure, 2 some input quarantined or refused,
3 wrong usage or configuration, 4 database or queue unreachable,
130 stopped by hand before all was put away.`,
  )
  .exitOverride()
  .configureHelp({ showGlobalOptions: true, minWidthToWrap: 30 })

const zoneOption = () =>
  new Option('--zone <zone>', 'IANA zone in which times without one are read').argParser(zoneName)

act(
  program
    .command('parse')
    .description('read documents and print what stands in them; needs no database')
    .argument('<file...>', 'documents of any known format')
    .option('--explain', 'say where each field was read')
    .option('--format <name>', 'skip detection')
    .option('--companion <role=file>', 'a document that belongs to it, as the NITF of an AP item', collect)
    .addOption(zoneOption())
    .option('--received-at <time>', 'ISO 8601; gives the year to dates without one')
    .option('--url <address>', 'where the documents came from, for relative links'),
  [
    ['writethru parse story.xml', 'in words'],
    ['writethru parse --json *.xml', 'one line of JSON a file'],
    ['writethru parse --companion nitf=body.xml item.json', 'an AP item with its text'],
  ],
  async (args, options, terminal) => (require('./cli/parse.js') as typeof parse).parseVerb(args, options, terminal),
)

act(
  program
    .command('demo')
    .description('a scripted agency, a database and every worker in one process, with a live view and the desk')
    .addOption(new Option('--speed <n>', 'how many times faster than life the day passes').argParser(positiveNumber))
    .addOption(new Option('--port <n>', 'port of the desk (default: 8420, or a free one)').argParser(wholeNumber(0)))
    .option('--once', 'stop when the day is over')
    .option('--no-terminal', 'print plain lines instead of the live view'),
  [
    ['writethru demo', 'look around; the next start goes on where this one stops'],
    ['writethru demo --speed 600 --once', 'a whole day in two minutes'],
  ],
  async (_args, options, terminal) => (await import('./cli/demo/demo.ts')).demoVerb(options, terminal),
)

act(
  program
    .command('run')
    .description('the service: all roles in this process, or some of them')
    .option('--role <names>', 'all, or some of dispatch, poll, ingest, rendition, sequence, relate, maintenance, http')
    .option('--host <address>', 'address of the web server (default: 127.0.0.1)')
    .addOption(new Option('--port <n>', 'port of the web server (default: 8420)').argParser(wholeNumber(0))),
  [
    ['writethru run', 'everything in one process'],
    ['writethru run --role poll,ingest', 'a worker of a larger house'],
    ['writethru run --config /etc/writethru.yaml', 'with feeds from a file'],
  ],
  async (_args, options, terminal) => (await import('./cli/run.ts')).runVerb(options, terminal),
)

act(
  program
    .command('simulator')
    .description('the scripted agency alone, to rehearse against')
    .option('--port <n>', 'port it listens on (default: 8421)')
    .option('--host <address>', 'address it listens on (default: 127.0.0.1)')
    .option('--speed <n>', 'how many times faster than life its day passes, or max (default: 60)')
    .option('--seed <seed>', 'the same seed gives the same day (default: 1)')
    .option('--api-key <key>', 'what clients must send as x-api-key (default: rehearsal)')
    .option('--stories <n>', 'at least so many stories')
    .option('--pictures <n>', 'at least so many pictures')
    .option('--bulk <n>', 'a bulk day of so many items instead of the scripted one')
    .option('--fault <name[=value]>', 'a fault on the way; may be given several times', collect)
    .option('--drop <folder>', 'write the day into a folder as well')
    .option('--starts-at <time>', 'ISO 8601 time at which its day begins (default: now)'),
  [
    ['writethru simulator --speed 600', 'a day in under two minutes'],
    ['writethru simulator --fault repeat --fault serverError=0.2', 'everything twice, and one request in five fails'],
  ],
  async (_args, options, terminal) => (await import('./cli/simulator.ts')).simulatorVerb(options, terminal),
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
    .addOption(zoneOption())
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

addStoryVerbs(program)

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

act(
  program
    .command('reconcile')
    .description('prove that a feed’s counts add up, day by day, and ask the source what is there and not here')
    .argument('<feed>', 'name of the feed')
    .option('--since <day>', 'from this UTC day on, YYYY-MM-DD (default: seven days ago)')
    .option('--no-ask', 'do not ask the source')
    .option('--repair', 'take what the source shows and is not here'),
  [
    ['writethru reconcile ap-world', 'the last seven days'],
    ['writethru reconcile ap-world --since 2026-03-12 --repair', 'and take what is missing'],
  ],
  async (args, options, terminal) => (await import('./cli/reconcile.ts')).reconcileVerb(args[0]!, options, terminal),
)

const feeds = program.command('feeds').description('the sources that are polled')

act(
  feeds.command('list').description('list feeds and how they fare; with a name, its last polls too').argument('[name]'),
  [
    ['writethru feeds list', 'all of them'],
    ['writethru feeds list harbour', 'one, with its last polls'],
  ],
  async ([name], options, terminal) => (await import('./cli/feeds.ts')).feedsListVerb(name, options, terminal),
)

const targetOptions = (command: Command) =>
  command
    .option('--kind <kind>', 'kind of source as in docs/sources: http-feed, imap, push ..., instead of finding it out')
    .option('--set <key=value>', 'a setting of the source; may be given several times', collect)
    .option('--allow-private', 'let it lead to private and local addresses')

act(
  targetOptions(feeds.command('add').description('add a feed: finds out what it is and shows its first items'))
    .argument('<target>', 'URL or folder')
    .option('--name <name>', 'name of the feed (default: from host or folder)')
    .option('--authority <name>', 'who gives out its story ids (default: the host); feeds of one agency share it')
    .addOption(new Option('--every <time>', 'pause between two polls: 60s, 5m, 2h').argParser(seconds))
    .addOption(zoneOption())
    .option('--paused', 'add it without polling it')
    .option('--no-check-clock', 'a rehearsal whose day passes faster than ours: its dates open no gap')
    .option('--dry-run', 'show it and add nothing'),
  [
    ['writethru feeds add https://example.org/rss', 'a feed on the web'],
    ['writethru feeds add /var/spool/wire --name harbour --every 5s', 'a folder that files are dropped into'],
    ['writethru feeds add https://api.ap.org/media/v --set products=[1234]', 'the AP Media API'],
    ['writethru feeds add s3://agency-wire/out/ --set region=eu-central-1', 'a bucket'],
    [`writethru feeds add - --kind push --name quay --set 'secrets=["QUAY_KEY"]'`, 'documents that are sent here'],
  ],
  async (args, options, terminal) => (await import('./cli/feeds-add.ts')).feedsAddVerb(args[0]!, options, terminal),
)

act(
  targetOptions(feeds.command('test').description('ask a feed once and show what would come; stores nothing')).argument(
    '<target>',
    'name of a feed, URL or folder',
  ),
  [
    ['writethru feeds test harbour', 'a feed that is known'],
    ['writethru feeds test https://example.org/rss', 'one that might become a feed'],
  ],
  async (args, options, terminal) => (await import('./cli/feeds-add.ts')).feedsTestVerb(args[0]!, options, terminal),
)

act(
  feeds
    .command('import')
    .description('add the feeds of a list, OPML or YAML; what is wrong is told line by line')
    .argument('<file>', 'subscriptions of another reader (OPML), or a list in the form of the feeds file (YAML)')
    .option('--paused', 'add them without polling them')
    .option('--dry-run', 'show what would be added and add nothing'),
  [
    ['writethru feeds import subscriptions.opml', 'from a feed reader'],
    ['writethru feeds import feeds.yaml --dry-run', 'look first'],
  ],
  async (args, options, terminal) =>
    (await import('./cli/feeds-import.ts')).feedsImportVerb(args[0]!, options, terminal),
)

act(
  feeds
    .command('export')
    .description('print all feeds as YAML for another house; secrets are named in it, never shown')
    .option('--opml', 'those on the web, as OPML'),
  [
    ['writethru feeds export > feeds.yaml', 'what `feeds import` reads'],
    ['writethru feeds export --opml > subscriptions.opml', 'for a feed reader'],
  ],
  async (_args, options, terminal) => (await import('./cli/feeds-import.ts')).feedsExportVerb(options, terminal),
)

const feedVerbs = {
  pause: 'stop polling feeds; they keep their place',
  resume: 'poll paused feeds again, at once',
  poll: 'make feeds due now, whatever their schedule says',
  remove: 'remove feeds that never brought a document; others can be paused',
} as const

for (const [name, description] of Object.entries(feedVerbs)) {
  act(
    feeds.command(name).description(description).argument('<names...>', 'names of feeds'),
    [[`writethru feeds ${name} harbour`, description]],
    async (names, options, terminal) =>
      (await import('./cli/feeds.ts')).feedsChangeVerb(name as keyof typeof feedVerbs, names, options, terminal),
  )
}

const gaps = program.command('gaps').description('stretches that feeds may have lost')

act(
  gaps
    .command('list', { isDefault: true })
    .description('list gaps that are not over; of one feed, or of all')
    .argument('[feed]')
    .option('--all', 'those that are over, too'),
  [
    ['writethru gaps', 'what may be missing'],
    ['writethru gaps harbour --all', 'the record of one feed'],
  ],
  async ([feed], options, terminal) => (await import('./cli/gaps.ts')).gapsListVerb(feed, options, terminal),
)

const gapEnds = {
  accept: ['accepted', 'decide to live with a gap; it stays on record'],
  close: ['closed', 'say that nothing is missing any more'],
} as const

for (const [name, [state, description]] of Object.entries(gapEnds)) {
  act(
    gaps
      .command(name)
      .description(description)
      .argument('<id>', 'number of the gap')
      .option('--why <text>', 'for whoever asks later'),
    [[`writethru gaps ${name} 3 --why "the agency resent it by mail"`, description]],
    async ([id], options, terminal) => (await import('./cli/gaps.ts')).gapsEndVerb(state, id!, options, terminal),
  )
}

addCaptionVerbs(program)

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
