import { surveyText } from '../../normalise/words.ts'
import type { Block } from '../wire-text/blocks.ts'
import { holdsSubstitutes, readCharacters } from './characters.ts'

/** Gathers the blocks of a copy from its lines, in their order. */
export class CopyBlocks {
  readonly #blocks: Block[] = []
  readonly #substituted: boolean
  /** Lines of the open paragraph as they came: their characters are read with those of their paragraph. */
  #lines: string[] = []
  #rows: (readonly string[])[] = []

  /** `substituted`: whether a printable character that stands for another occurs anywhere in the copy. */
  constructor(substituted: boolean) {
    this.#substituted = substituted
  }

  /** A line of a table. */
  row(cells: readonly string[]): void {
    if (this.#lines.length > 0) this.end()
    this.#rows.push(cells)
  }

  /** A line that goes on with the open paragraph, or begins one where none is open. */
  text(line: string): void {
    if (this.#rows.length > 0) this.end()
    this.#lines.push(line)
  }

  /** A heading between paragraphs, its characters read; a centred rule is none. */
  heading(text: string): void {
    this.end()
    this.#blocks.push({ kind: /^[_\u2014-]{1,60}$/.test(text) ? 'paragraph' : 'heading', text })
  }

  /** A paragraph of one line, its characters read. */
  single(text: string): void {
    this.end()
    this.#blocks.push({ kind: 'paragraph', text })
  }

  /** Ends the open paragraph or table, if there is one. */
  end(): void {
    if (this.#lines.length > 0) {
      this.#blocks.push(paragraphOf(this.#lines, this.#substituted))
      this.#lines = []
    }
    if (this.#rows.length > 0) {
      this.#blocks.push({ kind: 'table', rows: this.#rows })
      this.#rows = []
    }
  }

  finish(): readonly Block[] {
    this.end()
    return this.#blocks
  }
}

/** One look at the whole copy and one at the paragraph spare most lines the reading of their characters. */
function paragraphOf(lines: readonly string[], substituted: boolean): Block {
  const text = lines.join(' ')
  const survey = surveyText(text)
  if (!survey.others && !(substituted && holdsSubstitutes(text))) return { kind: 'paragraph', text, survey }
  return { kind: 'paragraph', text: lines.map((line) => readCharacters(line).trim()).join(' ') }
}
