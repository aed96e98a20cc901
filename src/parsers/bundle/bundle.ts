import type { ParsedItem } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import type { ItemWarning } from '../../story/item.ts'
import type { ParseOutcome, Parser, ParserInput, Probe, RefusedItem } from '../parser.ts'
import { Budget } from './limits.ts'
import { isLeaving, isUnread, stemOf } from './names.ts'
import { tiePictures } from './pair.ts'
import type { ReadMember } from './pair.ts'
import { isArchive, unpack } from './unpack.ts'
import type { Member } from './member.ts'

const format = 'bundle'

/**
 * Bundles of files: zip, gzip, tar. `parseMember` is the registry's own parser; it is handed in because the registry knows
 * this parser and not the other way round. A bundle of one file is that file.
 */
export function bundleParser(parseMember: (input: ParserInput) => ParseOutcome): Parser {
  return {
    format,
    title: 'Bundles (zip, gzip, tar)',

    detect({ bytes }: Probe): number {
      return isArchive(bytes) ? 95 : 0
    },

    parse(input: ParserInput): ParseOutcome {
      let members: Member[]
      try {
        members = unpack(input.bytes, input.fileName ?? 'member', new Budget(input.bytes.byteLength))
      } catch (error) {
        if (!(error instanceof WireError)) throw error
        return { kind: 'refused', format, code: error.code, detail: error.detail }
      }
      if (members.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype')) {
        return {
          kind: 'refused',
          format,
          code: 'parse.unsupported',
          detail: 'an office document or book, not a bundle',
        }
      }
      const files = members.filter(({ name }) => !isLeaving(name) && !isUnread(name))
      const skipped = members.filter(({ name }) => isUnread(name)).map(({ name }) => name)
      const only = files[0]
      if (members.length === 1 && only !== undefined && only.damage === undefined) {
        return parseMember(inputOf(only, input))
      }
      return collect(files, skipped, input, parseMember)
    },
  }
}

function inputOf(member: Member, input: ParserInput): ParserInput {
  const { receivedAt, zone } = input
  return {
    bytes: member.bytes,
    fileName: member.name,
    ...(receivedAt !== undefined && { receivedAt }),
    ...(zone !== undefined && { zone }),
  }
}

function collect(
  files: readonly Member[],
  skipped: readonly string[],
  input: ParserInput,
  parseMember: (input: ParserInput) => ParseOutcome,
): ParseOutcome {
  const outcomes = files.map((member): [Member, ParseOutcome] => [
    member,
    member.damage === undefined
      ? parseMember(inputOf(member, input))
      : { kind: 'refused', code: 'parse.malformed', detail: member.damage },
  ])
  const warnings: ItemWarning[] = []
  if (skipped.length > 0) {
    warnings.push({ code: 'bundle.not-read', detail: `${skipped.length} files: ${skipped.slice(0, 5).join(', ').slice(0, 200)}` }) // prettier-ignore
  }
  const read: ReadMember[] = []
  const failures: RefusedItem[] = []
  const merged = mergeCompanions(outcomes, input, parseMember)
  for (const [{ name, isCut }, outcome] of merged) {
    if (outcome.kind === 'refused') {
      failures.push({ index: 0, code: outcome.code, detail: `${name.slice(-80)}: ${outcome.detail}` })
      continue
    }
    if (isCut === true) warnings.push({ code: 'bundle.truncated', detail: `${name.slice(-80)} is cut` })
    for (const warning of outcome.warnings ?? [])
      warnings.push({ ...warning, detail: `${name.slice(-80)}: ${warning.detail}` })
    for (const refused of outcome.refused ?? [])
      failures.push({ ...refused, detail: `${name.slice(-80)}: ${refused.detail}` })
    read.push({ name, format: outcome.format, items: outcome.items })
  }
  const items: ParsedItem[] = tiePictures(read).flatMap((member) => member.items)
  const first = failures[0]
  if (items.length === 0) {
    return {
      kind: 'refused',
      format,
      code: first?.code ?? 'parse.no-items',
      detail: first?.detail ?? 'nothing to read',
    }
  }
  // refused ones are numbered behind those that were read: a bundle has no order of its own
  const refused = failures.map((failure, at) => ({ ...failure, index: items.length + at }))
  return {
    kind: 'parsed',
    format,
    items,
    ...(warnings.length > 0 && { warnings }),
    ...(refused.length > 0 && { refused }),
  }
}

/** An item of the AP Media API and the NITF of the same name are one story: it is read again with its companion. */
function mergeCompanions(
  outcomes: readonly [Member, ParseOutcome][],
  input: ParserInput,
  parseMember: (input: ParserInput) => ParseOutcome,
): [Member, ParseOutcome][] {
  const nitf = new Map<string, Member>()
  for (const [member, { format: found }] of outcomes) if (found === 'nitf') nitf.set(stemOf(member.name), member)
  if (nitf.size === 0) return [...outcomes]
  const used = new Set<Member>()
  const again = outcomes.map(([member, outcome]): [Member, ParseOutcome] => {
    const companion = nitf.get(stemOf(member.name))
    const isApItem = outcome.kind === 'parsed' && outcome.format === 'ap-media-api' && outcome.items.length === 1
    if (companion === undefined || !isApItem) return [member, outcome]
    const whole = parseMember({ ...inputOf(member, input), companions: [{ role: 'nitf', bytes: companion.bytes }] })
    if (whole.kind === 'refused') return [member, outcome]
    used.add(companion)
    return [member, whole]
  })
  return again.filter(([member]) => !used.has(member))
}
