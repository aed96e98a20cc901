import { EventEmitter } from 'node:events'
import type { Logger } from 'pino'
import { readLastChange } from '../store/changes.ts'
import { openConnection } from '../store/pool.ts'
import type { Pool } from '../store/pool.ts'
import { readChangedStories } from '../store/read-stories.ts'
import type { ChangedStory } from '../store/read-stories.ts'

interface LiveEvents {
  /** Stories that changed, oldest change first; during a flood only the latest of them. */
  stories: [readonly ChangedStory[]]
}

/** Reads of the change feed are at least this far apart, ms: a flood of changes is shown in gulps. */
const leastPauseMs = 250
/** A wake-up that was lost, or a connection that is down, delays the view by this much, ms. */
const mostPauseMs = 1000
const storiesAtOnce = 100

/**
 * Follows the change feed for people who watch: the desk and the terminal. Asks nothing of the database while nobody
 * listens. NOTIFY is only a wake-up; the cursor is the number of the last change seen.
 */
export class LiveWire extends EventEmitter<LiveEvents> {
  readonly #pool: Pool
  readonly #databaseUrl: string
  readonly #log: Logger
  #seq: number | undefined
  #running: AbortController | undefined
  #wake: (() => void) | undefined

  constructor(pool: Pool, databaseUrl: string, log: Logger) {
    super()
    this.setMaxListeners(0)
    this.#pool = pool
    this.#databaseUrl = databaseUrl
    this.#log = log
  }

  /** Number of the last change shown; undefined before anyone listened. */
  get seq(): number | undefined {
    return this.#seq
  }

  /** Calls `listener` for what changes from now on; answers the way to stop it. */
  watch(listener: (stories: readonly ChangedStory[]) => void): () => void {
    this.on('stories', listener)
    if (this.#running === undefined) {
      this.#running = new AbortController()
      void this.#follow(this.#running.signal)
    }
    return () => {
      this.off('stories', listener)
      if (this.listenerCount('stories') === 0) this.close()
    }
  }

  close(): void {
    this.#running?.abort()
    this.#running = undefined
    this.#wake?.()
  }

  async #follow(signal: AbortSignal): Promise<void> {
    this.#seq = undefined
    void this.#listen(signal)
    while (!signal.aborted) {
      try {
        this.#seq ??= await readLastChange(this.#pool)
        const stories = await readChangedStories(this.#pool, this.#seq, storiesAtOnce)
        if (signal.aborted) return
        this.#seq = stories.at(-1)?.seq ?? this.#seq
        if (stories.length > 0) this.emit('stories', latestOfEach(stories))
      } catch (error) {
        this.#log.debug({ err: error }, 'the change feed could not be read; it is read again')
      }
      await this.#pause(leastPauseMs)
      await this.#pause(mostPauseMs - leastPauseMs, true)
    }
  }

  #woken = false

  async #pause(milliseconds: number, wakeable = false): Promise<void> {
    if (wakeable && this.#woken) return void (this.#woken = false)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      timer.unref()
      if (wakeable) this.#wake = () => (clearTimeout(timer), resolve())
    })
    if (wakeable) {
      this.#wake = undefined
      this.#woken = false
    }
  }

  async #listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const connection = await openConnection(this.#databaseUrl, 'writethru live')
        const lost = new Promise<void>((resolve) => {
          connection.on('end', resolve)
          connection.on('error', () => resolve())
          signal.addEventListener('abort', () => resolve(), { once: true })
        })
        connection.on('notification', () => {
          this.#woken = true
          this.#wake?.()
        })
        await connection.query('LISTEN wire_changes')
        await lost
        await connection.end().catch(() => {})
      } catch (error) {
        this.#log.debug({ err: error }, 'no wake-ups from the change feed; it is read every second')
      }
      await new Promise<void>((resolve) => setTimeout(resolve, 2000).unref())
    }
  }
}

/** A story that changed twice in a gulp is shown once, as it is now. */
function latestOfEach(stories: readonly ChangedStory[]): ChangedStory[] {
  const latest = new Map<number, ChangedStory>()
  for (const story of stories) {
    latest.delete(story.id)
    latest.set(story.id, story)
  }
  return [...latest.values()]
}
