import { joinChunks } from './chunks.ts'
import { rightsNotice } from '../page-text/furniture.ts'
import { asDomNode } from './dom.ts'
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
  /** The copyright notice that stood at the end of the text. */
  readonly copyrightNotice?: string
}

/** Finds the running text of a page by its shape. Changes the tree: captions and metadata must have been read before. */
export function extractBody(body: PageElement, context: FilterContext): Extraction | undefined {
  const scope = prunePage(body)
  joinChunks(body)
  const article = readArticle(`<html><body>${writeMarkup(scope)}</body></html>`)
  if (!article) return undefined
  const found = readBlocks(article)
  const blocks = filterBlocks(found, context)
  return blocks.length === 0 ? undefined : { blocks, how: 'readability', confidence: 0.8, ...noticeOf(found) }
}

/** Fewer characters than this, and a site's rule no longer fits the site. */
const ruleFewest = 200

/** The text of the elements a site's rule names, or undefined when they hold too little to be a story. */
export function extractByRule(elements: readonly PageElement[], context: FilterContext): Extraction | undefined {
  const blocks = elements.flatMap((element) => {
    prunePage(element)
    return readBlocks(asDomNode(element))
  })
  const kept = filterBlocks(blocks, context)
  const length = kept.reduce((sum, block) => sum + block.text.length, 0)
  return length < ruleFewest ? undefined : { blocks: kept, how: 'rule', confidence: 0.95, ...noticeOf(blocks) }
}

function noticeOf(blocks: readonly Block[]): { copyrightNotice?: string } {
  const notice = blocks.findLast((block) => block.text.length < 900 && rightsNotice(block.text))
  return notice ? { copyrightNotice: notice.text } : {}
}
