import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const run = fileURLToPath(new URL('../../bench/run.mjs', import.meta.url))
const bench = (...args: readonly string[]) => spawnSync(process.execPath, [run, ...args], { encoding: 'utf8' })

describe('npm run bench', () => {
  it('shows every option and what --only takes', () => {
    const { status, stdout, stderr } = bench('--help')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const option of ['only NAME', 'items N', 'runs N', 'workers N', 'format NAME', 'pages FOLDER', 'build FOLDER'])
      expect(stdout).toContain(`--${option}`)
    for (const name of [
      'parse',
      'captions',
      'captions-race',
      'copies',
      'end-to-end',
      'mixed-day',
      'latency',
      'dispatch',
    ])
      expect(stdout.split('--only takes')[1]).toContain(name)
  })

  it.each([
    [['--itmes', '5'], 'itmes'],
    [['parse'], 'parse'],
    [['--only', 'everything'], 'everything'],
    [['--only', '__proto__'], '__proto__'],
    [['--only'], 'only'],
    [['--runs', 'many'], 'many'],
    [['--items', '0'], 'not 0'],
    [['--items', '-3'], 'items'],
  ])('ends with one line and 2 for %j', (args, named) => {
    const { status, stdout, stderr } = bench(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(named)
    expect(stderr).not.toContain('    at ')
  })
})
