import { finishDraft } from '../../normalise/finish.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { readXml } from '../xml/tree.ts'
import { nitfIn } from './capitals.ts'
import { readIdentity, usualZone } from './identity.ts'
import { readNitf } from './nitf.ts'

/** NITF 3.0-3.6 as a document of its own: AP, PA, AAP, NTB, ANSA and others. Not the imagery format of the same name. */
export const nitf: Parser = {
  format: 'nitf',
  title: 'NITF 3.x',
  detect: ({ xmlRoot }: Probe) => (xmlRoot === 'nitf' || xmlRoot === 'NITF' ? 95 : 0),
  parse,
}

function parse(input: ParserInput): ParseOutcome {
  const xml = readXml(input)
  if (xml.kind === 'refused') return { ...xml, format: nitf.format }
  const root = nitfIn(xml.root)
  if (root === undefined)
    return { kind: 'refused', format: nitf.format, code: 'parse.unknown-format', detail: `root is ${xml.root.name}` }
  const draft = new ItemDraft().set('type', 'text', 'nitf')
  const zone = input.zone ?? usualZone(root)
  readNitf(root, draft, { zone, receivedAt: input.receivedAt })
  const authority = readIdentity(root, draft)
  if (!draft.has('uri'))
    return {
      kind: 'refused',
      format: nitf.format,
      code: 'parse.no-identity',
      detail: 'neither id, key, headline nor words',
    }
  for (const { code, detail } of xml.warnings) draft.warn(code, detail)
  const item = finishDraft(draft, { authority, zone, receivedAt: input.receivedAt })
  return { kind: 'parsed', format: nitf.format, items: [item], ...(xml.charset && { charset: xml.charset }) }
}
