import { Writable } from 'node:stream'
import { GatheredBytes } from '../gathered-bytes.ts'

/** A file may grow by so much while it is read; a server that goes on sending is left. */
const slackBytes = 65_536

/** Collects a file in memory, and ends the transfer of one that is far longer than its listing said. */
export class LimitedBuffer extends Writable {
  readonly #most: number
  readonly #gathered = new GatheredBytes()
  #length = 0

  constructor(listedBytes: number) {
    super()
    this.#most = listedBytes + slackBytes
  }

  get bytes(): Buffer {
    return this.#gathered.joined()
  }

  /** True when the transfer was ended here, not there. */
  get overflowed(): boolean {
    return this.#length > this.#most
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#length += chunk.length
    if (this.overflowed) return done(new Error('longer than its listing said'))
    this.#gathered.add(chunk)
    done()
  }
}
