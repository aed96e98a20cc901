import type { Command } from 'commander'
import { CommanderError, InvalidArgumentError } from 'commander'
import { describeFault, exit, exitCodeOf, faultDocument, faultOf } from './exit.ts'
import type { GlobalOptions } from './runtime.ts'
import { openTerminal } from './verb.ts'
import type { Terminal } from './verb.ts'

/** What a verb is: arguments, then its options with those every verb has, answering an exit code. */
export type VerbAction<Options extends GlobalOptions> = (
  args: readonly string[],
  options: Options,
  terminal: Terminal,
) => Promise<number>

/** Examples below the help of a verb: what to type, and what it does. */
export type Examples = readonly (readonly [string, string])[]

/** Gives a command its action and its examples; faults become words and exit codes. */
export function act<Options extends GlobalOptions>(
  command: Command,
  examples: Examples,
  action: VerbAction<Options>,
): Command {
  const width = Math.max(...examples.map(([line]) => line.length))
  // Beside one another where all of them fit into the 80 columns of a plain terminal, else one below the other.
  const beside = examples.every(([, meaning]) => width + meaning.length + 7 <= 80)
  const lines = examples.map(([line, meaning]) =>
    beside ? `  $ ${line.padEnd(width)}   ${meaning}` : `  $ ${line}\n      ${meaning}`,
  )
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`).action(async () => {
    const terminal = openTerminal()
    try {
      process.exitCode = await action(command.args, command.optsWithGlobals(), terminal)
    } catch (fault) {
      const { json } = command.optsWithGlobals<GlobalOptions>()
      if (json === true) terminal.out(faultDocument(faultOf(fault)))
      terminal.err(`writethru: ${describeFault(fault)}`)
      process.exitCode = exitCodeOf(fault)
    }
  })
}

/** Runs the program with the words of the command line; answers the exit code. */
export async function runProgram(program: Command, words: readonly string[]): Promise<number> {
  // A reader that closed the pipe, as `| head` does, has what it wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(exit.done)
  })
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? exit.done : exit.usage
    process.stderr.write(`writethru: ${describeFault(fault)}\n`)
    return exitCodeOf(fault)
  }
  return Number(process.exitCode ?? exit.done)
}

/** A whole number of at least `least`. */
export function wholeNumber(least = 0): (text: string) => number {
  return (text) => {
    if (!/^\d{1,15}$/.test(text) || Number(text) < least) {
      throw new InvalidArgumentError(`A whole number of at least ${least} is wanted.`)
    }
    return Number(text)
  }
}

/** A number above zero. */
export function positiveNumber(text: string): number {
  const number = Number(text)
  if (!(number > 0) || !Number.isFinite(number)) throw new InvalidArgumentError('A number above 0 is wanted.')
  return number
}

/** `90`, `90s`, `5m`, `2h` in seconds. */
export function seconds(text: string): number {
  const match = /^(\d{1,7})\s?(s|m|h|d)?$/.exec(text)
  if (match === null || Number(match[1]) === 0) {
    throw new InvalidArgumentError('A time such as 60s, 5m or 2h is wanted.')
  }
  return Number(match[1]) * { s: 1, m: 60, h: 3600, d: 86_400 }[match[2] ?? 's']!
}

/** An IANA zone that this Node knows: a misspelt one would be found out by wrong times, and late. */
export function zoneName(text: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return text
  } catch {
    throw new InvalidArgumentError('A zone of the IANA database is wanted, such as Europe/Berlin.')
  }
}

/** Appends a value of an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
