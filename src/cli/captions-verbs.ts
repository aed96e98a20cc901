import type { Command } from 'commander'
import { act } from './command.ts'

/** The verbs of `writethru captions`; what they do is loaded when they are called. */
export function addCaptionVerbs(program: Command): void {
  const captions = program.command('captions').description('captions across stories and outlets')
  const decideOptions = (command: Command) =>
    command
      .option('--by <name>', 'who decides (default: the user of this machine)')
      .option('--reason <words>', 'why, for the record')

  act(
    captions
      .command('show')
      .description('show a caption with all its places, stories and outlets, and how each came to it')
      .argument('<id|text>', 'number of the family, or a text'),
    [
      ['writethru captions show 7', 'by number'],
      ['writethru captions show "Dock workers march in Port Ellery"', 'the caption most like a text'],
    ],
    async (args, options, terminal) => (await import('./captions.ts')).captionsShowVerb(args[0]!, options, terminal),
  )

  act(
    captions
      .command('compare')
      .description('say how two captions stand to each other, and why')
      .argument('<a>', 'a text, or the number of a family')
      .argument('<b>', 'a text, or the number of a family'),
    [
      ['writethru captions compare "Fans cheer. (AP Photo/T. Reed)" "Fans cheer."', 'two texts; needs no database'],
      ['writethru captions compare 7 9', 'the richest texts of two families'],
    ],
    async (args, options, terminal) => (await import('./captions.ts')).captionsCompareVerb(args, options, terminal),
  )

  act(
    decideOptions(captions.command('split').description('take captions out of a family; it is remembered'))
      .argument('<family>', 'number of the family')
      .argument('<caption...>', 'numbers of captions of stories, as `captions show` lists them'),
    [['writethru captions split 7 31 --reason "another frame"', 'caption 31 is not of that picture']],
    async (args, options, terminal) => (await import('./captions.ts')).captionsSplitVerb(args, options, terminal),
  )

  act(
    decideOptions(captions.command('merge').description('make two families one; it is remembered'))
      .argument('<a>', 'number of a family')
      .argument('<b>', 'number of the other'),
    [['writethru captions merge 7 9', 'both tell of one picture']],
    async (args, options, terminal) => (await import('./captions.ts')).captionsMergeVerb(args, options, terminal),
  )

  act(
    captions
      .command('rekey')
      .description('bring stored captions to the rules of this program now; the service does it by itself')
      .option('--status', 'only say how far it is'),
    [['writethru captions rekey --status', 'after an upgrade']],
    async (_args, options, terminal) => (await import('./captions.ts')).captionsRekeyVerb(options, terminal),
  )
}
