import type { Random } from './random.ts'

/** Access tokens in use. They live in memory, as feed tokens do: a restarted agency knows none of them. */
export interface AccessTokens {
  issue(): string
  /** Counts one use. False for a token that is unknown, ended, or used up by the fault `tokenUses`. */
  accepts(token: string, mostUses: number): boolean
  expireAll(): void
}

export function createAccessTokens(random: Random): AccessTokens {
  const uses = new Map<string, number>()
  return {
    issue() {
      const token = random.hex(40)
      uses.set(token, 0)
      return token
    },
    accepts(token, mostUses) {
      const used = uses.get(token)
      if (used === undefined) return false
      uses.set(token, used + 1)
      if (mostUses === 0 || used < mostUses) return true
      uses.delete(token)
      return false
    },
    expireAll: () => uses.clear(),
  }
}
