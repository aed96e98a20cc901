import type { Terminal } from '../verb.ts'
import { duration } from './words.ts'

/** Shows how far long work has come; on standard error, only where a person watches, gone when done. */
export interface Progress {
  step(done: number): void
  /** Removes the bar, so that a line can be printed; the next step draws it again. */
  clear(): void
}

const barWidth = 28
/** More often than this the eye sees nothing. */
const redrawMs = 80

export function openProgress(terminal: Terminal, total: number, what: string): Progress {
  if (!terminal.watched || total <= 20) return { step: () => {}, clear: () => {} }
  const started = performance.now()
  let drawn = -Infinity
  return {
    step: (done) => {
      const now = performance.now()
      if (done < total && now - drawn < redrawMs) return
      drawn = now
      const share = total === 0 ? 1 : done / total
      const full = Math.round(share * barWidth)
      const seconds = (now - started) / 1000
      const left = done === 0 || done === total ? '' : `, ${duration((seconds / done) * (total - done))} left`
      const bar = '█'.repeat(full) + '░'.repeat(barWidth - full)
      process.stderr.write(
        `\r\u001b[2K${bar} ${done.toLocaleString('en')}/${total.toLocaleString('en')} ${what}${left}`,
      )
    },
    clear: () => void process.stderr.write('\r\u001b[2K'),
  }
}
