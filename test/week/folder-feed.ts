import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../../src/simulator/random.ts'
import { anpaMessage, wordOf } from '../completeness/anpa-message.ts'
import type { MadeGap, WeekFeed } from './week-feed.ts'

export interface FolderFeedOptions {
  readonly name: string
  readonly items: number
  readonly days: number
  /** Days on which the line loses a stretch of numbers. */
  readonly loseOn: readonly number[]
  readonly startsAt: number
}

const letter = 'W'
/** Neighbours on the line change places within this many messages. */
const disorder = 8
const filesAtOnce = 300
const lostWidth = 4
const dayMs = 86_400_000

/** Every line has its own slugs: two that share them would write the same stories. */
const slugOf = (name: string, number: number): string =>
  `BC-${name.replace(/\W/g, '').replace(/\d/g, (digit) => wordOf(Number(digit)))}-${wordOf(number)}`

interface Message {
  readonly day: number
  readonly number: number
  readonly word: string
}

/** A seven-bit line that a receiver writes into a folder, a file a message, numbered from 1 each day. */
export async function startFolderFeed(options: FolderFeedOptions): Promise<WeekFeed> {
  const { name, items, days, loseOn } = options
  const folder = await mkdtemp(join(tmpdir(), 'writethru-week-'))
  await mkdir(join(folder, 'in'))
  const perDay = Math.ceil(items / days)
  const random = createRandom(`week/${name}`)
  const all: Message[] = []
  const made: MadeGap[] = []
  let lost = 0
  for (let day = 0; day < days; day++) {
    const low = Math.floor(perDay / 2)
    const loses = loseOn.includes(day)
    if (loses) made.push({ kind: 'sequence-hole', from: `${letter} ${low}`, to: `${letter} ${low + lostWidth + 1}` })
    for (let number = 1; number <= Math.min(perDay, items - day * perDay); number++) {
      if (loses && number > low && number <= low + lostWidth) lost++
      else all.push({ day, number, word: `${name} day ${day} number ${number}` })
    }
  }
  const line: Message[] = []
  for (let at = 0; at < all.length; at += disorder) line.push(...random.shuffle(all.slice(at, at + disorder)))
  let written = 0

  const write = async ({ day, number }: Message): Promise<void> => {
    const sentAt = new Date(options.startsAt + day * dayMs + Math.floor((number * 1400) / perDay) * 60_000)
    const file = `${letter}${String(number).padStart(4, '0')}-${day}.txt`
    await writeFile(
      join(folder, file),
      anpaMessage({ letter, number, sentAt, town: `${name}${day}`, slug: slugOf(name, number) }),
    )
    await rename(join(folder, file), join(folder, 'in', file))
  }
  return {
    definition: {
      name,
      kind: 'directory',
      authority: `${name}.example`,
      config: { path: join(folder, 'in'), settleSeconds: 0, everySeconds: 0.2 },
      intervalSeconds: 1,
    },
    expected: () =>
      new Set(
        line.slice(0, written).map(({ day, number }) => `${letter}${String(number).padStart(4, '0')}-${day}.txt`),
      ),
    lost: () => lost,
    madeGaps: () => made,
    finished: () => written === line.length,
    step: async () => {
      const waiting = (await readdir(join(folder, 'in'))).length
      if (waiting > filesAtOnce) return
      const next = line.slice(written, written + filesAtOnce)
      for (const message of next) await write(message)
      written += next.length
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  }
}
