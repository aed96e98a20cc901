import { Option } from 'commander'
import type { Command } from 'commander'
import { act, wholeNumber } from './command.ts'

/** The verbs that find a story and show it; what they do is loaded when they are called. */
export function addStoryVerbs(program: Command): void {
  act(
    program
      .command('search')
      .description('find stories by words of their text, headline and captions, whatever their state')
      .argument('<words...>', 'all of them; "a phrase", or, -without (after --)')
      .option('--language <tag>', 'only stories of this language (BCP 47), with its inflections')
      .option('--since <day>', 'changed on this UTC day or later, YYYY-MM-DD')
      .option('--best', 'the best first instead of the newest')
      .addOption(new Option('--limit <n>', 'stories at most (default: 20)').argParser(wholeNumber(1))),
    [
      ['writethru search ferry harbour', 'both words, in any inflection'],
      [`writethru search '"spring flood" or "spring tide"'`, 'phrases'],
      ['writethru search --since 2026-11-01 --best -- ferry -harbour', 'one word without the other'],
    ],
    async (args, options, terminal) => (await import('./search.ts')).searchVerb(args, options, terminal),
  )

  act(
    program
      .command('story')
      .description('show a story: its current state, every revision, what changed, where it came from')
      .argument('<id>', 'number of the story, or the agency’s uri')
      .option('--body', 'print the whole current body too')
      .option('--passages', 'print the passages that other outlets share')
      .option('--ninjs', 'print the current state as an IPTC ninjs 3.1 document, and nothing else'),
    [
      ['writethru story 42', 'by number'],
      ['writethru story urn:newsml:example.org:20260312:4711', 'by the agency’s uri'],
      ['writethru story 42 --body', 'with its text'],
      ['writethru story 42 --passages', 'with the passages that other outlets share'],
      ['writethru story 42 --ninjs', 'for other systems'],
    ],
    async (args, options, terminal) => (await import('./story.ts')).storyVerb(args[0]!, options, terminal),
  )
}
