import { parseArgs } from 'node:util'

/** Every option: what stands behind it, what it is for. A test compares them with what is accepted. */
const described = {
  only: ['NAME', 'measure this alone; may be given several times'],
  items: ['N', 'stories or captions of a run'],
  runs: ['N', 'runs; the median is shown'],
  workers: ['N', 'worker processes'],
  format: ['NAME', 'parse: documents of this format alone; may be given several times'],
  pages: ['FOLDER', 'pages: folder of saved pages'],
  profile: ['FOLDER', 'end-to-end, mixed-day, copies: write a CPU profile of each worker there'],
  build: ['FOLDER', 'measure this build instead of dist'],
  help: ['', 'show this'],
}
const several = new Set(['only', 'format'])
const numbers = ['items', 'runs', 'workers']

/** What can be asked for, with the names that --only takes. */
export function usage(names) {
  const options = Object.entries(described).map(([name, [value, what]]) => {
    const option = `--${name}${value === '' ? '' : ` ${value}`}`
    return `  ${option.padEnd(18)}${what}`
  })
  return [
    'Measures Writethru on this machine and prints a table; docs/performance.md explains.',
    '',
    'Usage: npm run bench -- [options]',
    '',
    ...options,
    '',
    `--only takes ${names.join(', ')}.`,
  ].join('\n')
}

/** Reads the command line: `{ options }`, or `{ fault }` in one line when something in it is unknown. */
export function readOptions(args, names) {
  let options
  try {
    options = parseArgs({
      args,
      options: Object.fromEntries(
        Object.entries(described).map(([name, [value]]) => [
          name,
          { type: value === '' ? 'boolean' : 'string', ...(several.has(name) ? { multiple: true } : {}) },
        ]),
      ),
    }).values
  } catch (error) {
    // node adds advice on how to write an argument that begins with a dash
    return { fault: error.message.split(/[.\n]/)[0] }
  }
  const unknown = options.only?.find((name) => !names.includes(name))
  if (unknown !== undefined) return { fault: `--only knows no ${unknown}` }
  const unread = numbers.find((name) => options[name] !== undefined && !/^[1-9]\d{0,8}$/.test(options[name]))
  if (unread !== undefined) return { fault: `--${unread} wants a number from 1 on, not ${options[unread]}` }
  return { options: { workers: '1', ...options } }
}
