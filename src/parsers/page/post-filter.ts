import { splitCredit } from '../../normalise/credits/credit.ts'
import { isShareRow, readFurniture } from '../page-text/furniture.ts'
import { countLineWords, endsSentence, lineKey } from '../page-text/lines.ts'
import { readStamps } from '../page-text/stamps.ts'
import type { Block } from './blocks.ts'

/** What the post-filter must know of the page. */
export interface FilterContext {
  readonly headline?: string | undefined
  /** The captions of the page: a block equal to one is no paragraph. */
  readonly captions: readonly string[]
}

/** Share of a block that stands in links above which it is navigation. */
const linkDensity = 0.8
/** A credit line is short. */
const creditLength = 120
/** A line repeated this often parts the stories of a list: "Share", "Read more", a rule of stars. */
const separatorRepeats = 3
/** Words of prose before the first separator from which on what stands there is the story. */
const storyWords = 25

/** Drops what Readability left of the furniture: boilerplate, rows of links, the headline again, repeats, captions. */
export function filterBlocks(blocks: readonly Block[], context: FilterContext): Block[] {
  const headline = context.headline === undefined ? '' : lineKey(context.headline)
  const captions = new Set(context.captions.map(lineKey))
  const seen = new Set<string>()
  const own = cutAtSeparators(blocks)
  const keys = own.map((block) => lineKey(block.text))
  const long = keys.filter((key) => key.length >= 40)
  const kept: Block[] = []
  let skipping = false
  for (const [at, block] of own.entries()) {
    const key = keys[at]!
    if (block.kind === 'table') {
      kept.push(block)
      continue
    }
    if (key === '' || key === headline || captions.has(key)) continue
    if (key.length > 60) {
      if (seen.has(key)) continue
      seen.add(key)
    }
    if (repeatsOthers(key, block.text, long)) continue
    if (block.kind !== 'pre' && isBoilerplate(block)) {
      // below "Related" or "Most read" stand links, until prose begins again
      skipping = isListHead(block) || (skipping && isLinkish(block))
      continue
    }
    if (skipping && isLinkish(block)) continue
    skipping = false
    kept.push(block)
  }
  return dropLinkTail(kept)
}

/** A teaser cut off with an ellipsis, or a copy of the whole story in one piece, as search engines are given it. */
function repeatsOthers(key: string, text: string, long: readonly string[]): boolean {
  if (
    /(?:…|\.\.\.)$/u.test(text) &&
    key.length >= 20 &&
    long.some((other) => other.length > key.length && other.startsWith(key))
  )
    return true
  return key.length > 400 && long.filter((other) => other !== key && key.includes(other)).length >= 3
}

function isBoilerplate(block: Block): boolean {
  const { text } = block
  if (block.linked > text.length * linkDensity && block.kind !== 'li' && !endsSentence(text)) return true
  if (readFurniture(text) !== undefined) return true
  // the line below an embedded post names its author and day: it is part of the quotation
  if (block.kind === 'p' && !/^[—–-]|@/u.test(text) && readStamps(text).length > 0 && !endsSentence(text)) return true
  return text.length <= creditLength && /[/|©:]|via|AP|Getty|photo|foto/iu.test(text) && isCredit(text)
}

function isCredit(text: string): boolean {
  const split = splitCredit(text)
  return (
    split.credit !== undefined && split.text === '' && (split.agency !== undefined || split.photographer !== undefined)
  )
}

function isListHead(block: Block): boolean {
  const furniture = readFurniture(block.text)
  return furniture === 'list' || furniture === 'end'
}

/** Mostly link, or a short line that is no sentence. */
function isLinkish(block: Block): boolean {
  return block.linked > block.text.length * 0.6 || (countLineWords(block.text) < 16 && !endsSentence(block.text))
}

/**
 * A list of stories on one page, each with the same row of buttons below it: what stands before the first row is the
 * story the page was asked for.
 */
function cutAtSeparators(blocks: readonly Block[]): readonly Block[] {
  const places = new Map<string, number[]>()
  for (const [at, block] of blocks.entries()) {
    if (block.text.length > 80 || !isShareRow(block.text)) continue
    const key = lineKey(block.text)
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  }
  for (const at of places.values()) {
    if (at.length < separatorRepeats) continue
    const parted = at.every((place, index) => index === 0 || countProse(blocks.slice(at[index - 1]! + 1, place)) > 0)
    const before = blocks.slice(0, at[0])
    const words = before.reduce((sum, block) => sum + countLineWords(block.text), 0)
    if (parted && words >= storyWords) return before
  }
  return blocks
}

function countProse(blocks: readonly Block[]): number {
  return blocks.filter((block) => countLineWords(block.text) >= 12).length
}

/** Links to other stories under the last paragraph, and a heading with nothing below it. */
function dropLinkTail(blocks: readonly Block[]): Block[] {
  let end = blocks.length
  while (end > 0 && isTailLink(blocks[end - 1]!)) end--
  if (blocks.length - end < 2 && !/^h\d$/u.test(blocks[end]?.kind ?? '')) end = blocks.length
  return blocks.slice(0, end)
}

function isTailLink(block: Block): boolean {
  if (block.kind === 'table' || block.kind === 'pre') return false
  return /^h\d$/u.test(block.kind) || block.linked > block.text.length * 0.6
}
