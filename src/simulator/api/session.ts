import type { Random } from '../random.ts'
import type { Projection } from './projection.ts'
import type { Query } from './query.ts'

/** What a feed token stands for: the first request, remembered. */
export interface FeedSession {
  readonly token: string
  readonly query: Query
  readonly rawQuery: string
  readonly pageSize: number
  readonly projection: Projection
  readonly label: string | undefined
  pages: number
  /** The last position this token asked from, and how often a page was overlapped there. */
  lastOverlap: number
}

/** Feed tokens in use. They live in memory: a restarted agency knows none of them, and says 6060. */
export interface FeedSessions {
  open(session: Omit<FeedSession, 'token' | 'pages' | 'lastOverlap'>): FeedSession
  find(token: string): FeedSession | undefined
  expire(token: string): void
  expireAll(): void
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function createSessions(random: Random): FeedSessions {
  const known = new Map<string, FeedSession>()
  return {
    open(given) {
      let token = ''
      while (token.length < 11) token += alphabet[random.int(0, alphabet.length - 1)]
      const session: FeedSession = { ...given, token, pages: 0, lastOverlap: -1 }
      known.set(token, session)
      return session
    },
    find: (token) => known.get(token),
    expire: (token) => void known.delete(token),
    expireAll: () => known.clear(),
  }
}
