import { readdirSync, readFileSync } from 'node:fs'

/** A block of a story: a paragraph, or the lines of a list (`- `) or a table (`| `). */
export type Block = string

/** What an outlet printed, before it was set in the outlet's type. */
export interface SheetStory {
  readonly outlet: string
  readonly label: string
  /** Labels with whose stories this one is not scored, either way. */
  readonly grey: readonly string[]
  readonly kind: string
  readonly minute: number
  /** From 1; a write-through has the next one and comes right behind what it replaces or copies of that. */
  readonly version: number
  readonly slug: string
  readonly head: string
  readonly line: string
  readonly by: string
  readonly credit: string | undefined
  /** What its content system did to the markup. */
  readonly setting: string | undefined
  /** The outlet whose text it is; the outlet itself for a story of its own. */
  readonly origin: string
  readonly blocks: readonly Block[]
}

interface Section {
  readonly mark: string
  readonly heads: readonly string[]
  readonly options: ReadonlyMap<string, string>
  readonly swaps: readonly (readonly [string, string])[]
  readonly blocks: readonly Block[]
}

/** The stories of the sheets of a folder, or of those whose names `which` knows, in the order of the names. */
export function readSheets(folder: URL, which = /\.txt$/): SheetStory[] {
  const names = readdirSync(folder)
    .filter((name) => which.test(name))
    .sort()
  return names.flatMap((name) => readSheet(readFileSync(new URL(name, folder), 'utf8')))
}

/** One sheet; the format is told in README.md. Throws when a paragraph or words that it points at are not there. */
export function readSheet(text: string): SheetStory[] {
  const stories: SheetStory[] = []
  let base: SheetStory | undefined
  let form: Section | undefined
  let fills = 0
  for (const section of readSections(text)) {
    const [first, second, third, fourth] = section.heads
    if (section.mark === '===') {
      const own = fieldsOf(section, undefined)
      const minute = Date.parse(`${third}Z`) / 60_000
      const from = { outlet: second!, origin: second!, label: section.options.get('label') ?? first! }
      base = { ...own, ...from, kind: 'original', minute, slug: fourth ?? '', blocks: section.blocks }
      stories.push(base)
    } else if (section.mark === '%%%') {
      form = section
      fills = 0
    } else if (section.mark === '+++') {
      base = fill(form!, section, ++fills)
      stories.push(base)
    } else if (section.mark === '^^^') {
      base = { ...copy(section, base!), kind: 'write-through', version: base!.version + 1 }
      stories.push(base)
    } else stories.push(copy(section, base!))
  }
  return stories
}

/** A later version or a copy: words of the base and words of its own. */
function copy(section: Section, base: SheetStory): SheetStory {
  const [outlet, after, kind] = section.heads
  const blocks = section.blocks.flatMap((block) => editBlock(block, base.blocks)).map((block) => swap(block, section))
  const minute = base.minute + Number(after)
  return {
    ...fieldsOf(section, base),
    outlet: outlet!,
    origin: base.origin,
    kind: kind ?? '',
    minute,
    slug: base.slug,
    blocks,
  }
}

function readSections(text: string): Section[] {
  return text
    .split(/^(?=(?:===|%%%|\+\+\+|\^\^\^|---) )/m)
    .filter((part) => /^(?:===|%%%|\+\+\+|\^\^\^|---) /.test(part))
    .map((part) => {
      const lines = part.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
      const heads = lines[0]!
        .slice(4)
        .split(' | ')
        .map((head) => head.trim())
      const options = new Map<string, string>()
      const swaps: (readonly [string, string])[] = []
      let at = 1
      for (; at < lines.length; at++) {
        const option = /^([a-z]+): ?(.*)$/.exec(lines[at]!)
        if (option === null) break
        if (option[1] === 'swap') swaps.push(option[2]!.split(' => ') as [string, string])
        else options.set(option[1]!, option[2]!)
      }
      return { mark: part.slice(0, 3), heads, options, swaps, blocks: joinLists(lines.slice(at)) }
    })
}

function joinLists(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (/^[-|] /.test(line) && last !== undefined && last.startsWith(line.slice(0, 2)))
      blocks.push(`${blocks.pop()}\n${line}`)
    else blocks.push(line)
  }
  return blocks
}

/** The fields that a copy takes over from its base unless it states its own; `none` empties one. */
function fieldsOf(section: Section, base: SheetStory | undefined): SheetStory {
  const { options } = section
  const field = (name: 'head' | 'line' | 'by') => (options.get(name) ?? base?.[name] ?? '').replace(/^none$/, '')
  const label = options.get('label') ?? base?.label ?? ''
  const grey = options.get('grey')?.split(', ') ?? []
  const story = { outlet: '', origin: '', kind: '', minute: 0, version: 1, slug: '', blocks: [], label, grey }
  return {
    ...story,
    head: field('head'),
    line: field('line'),
    by: field('by'),
    credit: options.get('credit'),
    setting: options.get('set'),
  }
}

/** What a line of a copy stands for: paragraphs of its base, whole, in part, merged or split; or words of its own. */
function editBlock(block: Block, base: readonly Block[]): Block[] {
  if (block === '*') return [...base]
  if (!block.startsWith('@')) return [block]
  const [where, ...edits] = block.slice(1).split(' :: ')
  const taken = takeBlocks(where!.trim(), base)
  return taken.map((text) => edits.reduce((left, edit) => replaceOnce(left, edit.split(' => ')), text))
}

function takeBlocks(where: string, base: readonly Block[]): Block[] {
  const paragraph = (number: string): Block => {
    const found = base[Number(number) - 1]
    if (found === undefined) throw new Error(`no paragraph ${number} in: ${base[0]}`)
    return found
  }
  if (where.includes('+')) return [where.split('+').map(paragraph).join(' ')]
  const part = /^(\d+):(\d+)(?:-(\d+))?$/.exec(where)
  if (part !== null)
    return [
      sentencesOf(paragraph(part[1]!))
        .slice(Number(part[2]) - 1, Number(part[3] ?? part[2]))
        .join(' '),
    ]
  const split = /^(\d+)\/$/.exec(where)
  if (split !== null) {
    const [first, ...rest] = sentencesOf(paragraph(split[1]!))
    return [first!, rest.join(' ')]
  }
  const [from, to] = where.split('-')
  const numbers = Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, at) => String(Number(from) + at))
  return numbers.map(paragraph)
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]"?) (?=["A-ZÄÖÜÉÅ¿¡])/)
}

function replaceOnce(text: string, [from, to]: readonly string[]): string {
  if (!text.includes(from!)) throw new Error(`"${from}" does not stand in: ${text}`)
  return text.replace(from!, () => to ?? '')
}

function swap(block: Block, { swaps }: Section): Block {
  return swaps.reduce((text, [from, to]) => text.replaceAll(from, to), block)
}

/** A filling of a form: `+++ outlet | time | name=value; name=value`. */
function fill(form: Section, section: Section, number: number): SheetStory {
  const [outlet, time, values] = section.heads
  const known = new Map(values!.split('; ').map((pair) => pair.split('=') as [string, string]))
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = known.get(name)
      if (value === undefined) throw new Error(`no ${name} for ${form.heads[0]} in ${values}`)
      return value
    })
  const fields = fieldsOf(form, undefined)
  return {
    ...fields,
    label: `${form.heads[0]} ${number}`,
    kind: `form ${form.heads[0]}`,
    outlet: outlet!,
    origin: form.options.get('origin') ?? outlet!,
    minute: Date.parse(`${time}Z`) / 60_000,
    slug: put(form.heads[1] ?? ''),
    head: put(fields.head),
    line: put(fields.line),
    by: put(fields.by),
    blocks: form.blocks.map(put),
  }
}
