import type * as FastXmlParser from 'fast-xml-parser'
import { onDemand } from '../../normalise/on-demand.ts'

const validator = onDemand<typeof FastXmlParser>('fast-xml-parser')

/** A longer document is not worth a second look for the sake of a sentence. */
const longest = 1_000_000

/**
 * Says in words why a document is no XML, with line and column, for the person who finds it in quarantine: the reader's
 * own message names the place where it gave up, the validator the tag that was never closed. Undefined when the
 * validator sees nothing wrong.
 */
export function diagnose(text: string): string | undefined {
  if (text.length > longest) return undefined
  const verdict = validator().XMLValidator.validate(text)
  if (verdict === true) return undefined
  const { msg, line, col } = verdict.err
  return `${msg} (line ${line}, column ${col})`.slice(0, 300)
}
