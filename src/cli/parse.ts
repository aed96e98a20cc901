import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { ParserInput } from '../parsers/parser.ts'
import { parseDocument, parsers } from '../parsers/registry.ts'
import { describeCharset, describeItem } from './parse-words.ts'
import { readCompanions } from './parse-companions.ts'
import { exit, UsageFault } from './exit.ts'
import { facts } from './print/table.ts'
import type { GlobalOptions } from './runtime.ts'
import type { Terminal } from './verb.ts'

export interface ParseVerbOptions extends GlobalOptions {
  readonly json?: boolean
  /** Show where each field was read. */
  readonly explain?: boolean
  readonly format?: string
  /** ROLE=FILE, several. */
  readonly companion?: readonly string[]
  readonly zone?: string
  readonly receivedAt?: string
  /** The address the documents came from, a base for relative links. */
  readonly url?: string
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.eml': 'message/rfc822',
}

/**
 * Reads documents and prints what stands in them, without a database. With --json one line a file:
 * {"file","format","items":[...]} or {"file","error":{"code","detail"}}. Exit code 2 when a file was refused; with --json 0,
 * because the line says it and a script that reads the lines wants all of them.
 */
export async function parseVerb(
  files: readonly string[],
  options: ParseVerbOptions,
  terminal: Terminal,
): Promise<number> {
  if (options.format !== undefined && !parsers.some(({ format }) => format === options.format)) {
    throw new UsageFault(
      `No format is called ${options.format}. There are: ${parsers.map(({ format }) => format).join(', ')}.`,
    )
  }
  let refused = 0
  for (const file of files) {
    const input = readInput(file, options)
    const outcome = typeof input === 'string' ? undefined : parseDocument(input, { format: options.format })
    if (outcome?.kind === 'parsed') {
      if (options.json === true) {
        const items = outcome.items.map(({ item, origins, authority }) =>
          options.explain === true ? { ...item, authority, origins } : item,
        )
        terminal.out(
          JSON.stringify({
            file,
            format: outcome.format,
            items,
            ...(outcome.charset && { charset: outcome.charset }),
            ...(outcome.refused && { refused: outcome.refused }),
          }),
        )
      } else {
        const head: [string, string | undefined][] = [
          ['file', file],
          ['format', outcome.format],
          ['charset', describeCharset(outcome.charset)],
        ]
        terminal.out(facts(head, terminal.paint))
        for (const parsed of outcome.items)
          terminal.out(`\n${describeItem(parsed, options.explain === true, terminal.paint)}`)
        for (const { index, code, detail } of outcome.refused ?? [])
          terminal.err(`${file}: item ${index}: ${code}: ${detail}`)
        terminal.out('')
      }
      if ((outcome.refused?.length ?? 0) > 0) refused++
      continue
    }
    refused++
    const error = { code: outcome?.code ?? 'source.path', detail: outcome?.detail ?? String(input) }
    if (options.json === true)
      terminal.out(JSON.stringify({ file, ...(outcome?.format && { format: outcome.format }), error }))
    else terminal.err(`${file}: ${error.code}: ${error.detail}`)
  }
  return refused > 0 && options.json !== true ? exit.refused : exit.done
}

/** The document and its companions, or why it cannot be read. */
function readInput(file: string, options: ParseVerbOptions): ParserInput | string {
  try {
    const contentType = contentTypes[extname(file).toLowerCase()]
    const companions = readCompanions(file, options.companion ?? [])
    return {
      bytes: readFileSync(file),
      fileName: file.slice(file.lastIndexOf('/') + 1),
      ...(contentType !== undefined && { contentType }),
      ...(companions.length > 0 && { companions }),
      ...(options.zone !== undefined && { zone: options.zone }),
      ...(options.receivedAt !== undefined && { receivedAt: options.receivedAt }),
      ...(options.url !== undefined && { url: options.url }),
    }
  } catch (error) {
    if (error instanceof UsageFault) throw error
    return error instanceof Error ? error.message : String(error)
  }
}
