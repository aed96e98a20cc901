import { readFurniture } from '../page-text/furniture.ts'
import { lineKey } from '../page-text/lines.ts'
import type { Block } from './blocks.ts'

/** What the post-filter must know of the page. */
export interface FilterContext {
  readonly headline?: string | undefined
  /** The captions of the page: a block equal to one is no paragraph. */
  readonly captions: readonly string[]
}

/** Share of a block that stands in links above which it is navigation. */
const linkDensity = 0.8

/** Drops what Readability left of the furniture: boilerplate, rows of links, the headline again, repeats, captions. */
export function filterBlocks(blocks: readonly Block[], context: FilterContext): Block[] {
  const headline = context.headline === undefined ? '' : lineKey(context.headline)
  const captions = new Set(context.captions.map(lineKey))
  const seen = new Set<string>()
  const kept: Block[] = []
  for (const [at, block] of blocks.entries()) {
    const key = lineKey(block.text)
    if (key === '' && block.kind !== 'table') continue
    if (key === headline && at < 6) continue
    if (captions.has(key)) continue
    if (key.length > 60) {
      if (seen.has(key)) continue
      seen.add(key)
    }
    if (block.kind !== 'table' && block.kind !== 'pre' && isBoilerplate(block)) continue
    kept.push(block)
  }
  return dropBareHeadings(kept)
}

function isBoilerplate(block: Block): boolean {
  if (block.linked > block.text.length * linkDensity && block.kind !== 'li' && !/[.!?]["'”’]?$/u.test(block.text))
    return true
  return readFurniture(block.text) !== undefined
}

/** A heading with nothing below it lost its content on the way. */
function dropBareHeadings(blocks: readonly Block[]): Block[] {
  const kept = [...blocks]
  while (kept.length > 0 && /^h\d$/u.test(kept.at(-1)!.kind)) kept.pop()
  return kept
}
