import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Simulation } from './simulation.ts'
import type { WireEvent } from './wire/event.ts'
import { basePlaceholder } from './wire/event.ts'

/** The agency's other way out: files in a folder, as an FTP drop or a satellite receiver leaves them. */
export interface Drop {
  /** Files written so far. */
  written(): number
  /** Resolves when the whole day is written, or the drop was stopped. */
  readonly done: Promise<void>
  stop(): Promise<void>
}

/**
 * Writes the bodies of the day as NITF while they are published: first under a name ending in `.tmp`, then renamed.
 * A new version takes the name of the old one, as agencies do it. Items without a body are left out.
 */
export function startDrop(simulation: Simulation, folder: string): Drop {
  const stopped = new AbortController()
  let position = 0
  let files = 0

  const write = async (event: WireEvent): Promise<void> => {
    const text = event.nitf ?? event.captionNitf
    if (text === undefined) return
    const name = `${event.itemid}.xml`
    const temporary = join(folder, `${name}.tmp`)
    await writeFile(temporary, withIdentity(text, event).replaceAll(basePlaceholder, simulation.base))
    await rename(temporary, join(folder, name))
    files++
  }
  const run = async (): Promise<void> => {
    await mkdir(folder, { recursive: true })
    while (!stopped.signal.aborted) {
      const end = simulation.newsroom.published()
      for (; position < end && !stopped.signal.aborted; position++) {
        const delivery = simulation.newsroom.deliveries[position]
        if (delivery !== undefined) await write(delivery.event)
      }
      if (simulation.newsroom.finished()) return
      await simulation.newsroom.waitBeyond(position, 60_000, stopped.signal)
    }
  }
  const running = run()
  return {
    written: () => files,
    done: running,
    async stop() {
      stopped.abort()
      await running
    },
  }
}

/** AP's own NITF has no id, because the API gives it; a file on its own needs one, and its status. */
function withIdentity(nitf: string, event: WireEvent): string {
  return nitf
    .replace('<docdata>', `<docdata management-status="${event.intent.status}">`)
    .replace('<doc-id regsrc="AP"/>', `<doc-id regsrc="AP" id-string="${event.itemid}"/>`)
    .replace('<doc.copyright', `<du-key key="${event.itemid}" version="${event.version}"/><doc.copyright`)
}
