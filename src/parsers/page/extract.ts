import { readBlocks } from './blocks.ts'
import type { Block } from './blocks.ts'
import { writeMarkup } from './markup.ts'
import { filterBlocks } from './post-filter.ts'
import { prunePage } from './prune.ts'
import { readArticle } from './readability.ts'
import type { PageElement } from './tree.ts'
import type { FilterContext } from './post-filter.ts'

/** The running text of a page. */
export interface Extraction {
  readonly blocks: readonly Block[]
  /** How it was found: "readability". */
  readonly how: string
  /** 0 to 1. */
  readonly confidence: number
}

/** Finds the running text of a page by its shape. Changes the tree: captions and metadata must have been read before. */
export function extractBody(body: PageElement, context: FilterContext): Extraction | undefined {
  prunePage(body)
  const article = readArticle(`<html><body>${writeMarkup(body)}</body></html>`)
  if (!article) return undefined
  const blocks = filterBlocks(readBlocks(article), context)
  return blocks.length === 0 ? undefined : { blocks, how: 'readability', confidence: 0.8 }
}
