/** Seeded chance: the same seed draws the same numbers on every machine, so that a day or a fault can be replayed. */
export interface Random {
  /** 0 <= x < 1 */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  /** True with the given probability. Draws even at 0 and 1, so that switching a fault off shifts nothing else. */
  chance(probability: number): boolean
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T
  /** A new list in another order. */
  shuffle<T>(list: readonly T[]): T[]
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string
  /** A generator of its own: what is drawn from it never moves what is drawn here. */
  fork(label: string): Random
}

/** FNV-1a over the code units; spreads a label over 32 bits. */
function hash(label: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < label.length; at++) value = Math.imul(value ^ label.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Numbers from 0 to below 1 that follow from the seed alone: 32 bits of state, plenty for a script, and cheap. */
export function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Opens a generator for a seed; see `mulberry32`. */
export function createRandom(seed: number | string): Random {
  const origin = typeof seed === 'number' ? hash(`n${seed}`) : hash(`s${seed}`)
  const next = mulberry32(origin)
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[int(0, list.length - 1)] as T
    },
    shuffle: <T>(list: readonly T[]): T[] => {
      const mixed = [...list]
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = int(0, last)
        const held = mixed[last] as T
        mixed[last] = mixed[other] as T
        mixed[other] = held
      }
      return mixed
    },
    hex: (digits) => {
      let text = ''
      while (text.length < digits)
        text += Math.floor(next() * 0x100000000)
          .toString(16)
          .padStart(8, '0')
      return text.slice(0, digits)
    },
    fork: (label) => createRandom(`${origin}/${label}`),
  }
}
