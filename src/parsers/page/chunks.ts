import { isElement } from './tree.ts'
import type { PageElement } from './tree.ts'
import { descendants, textOf } from './walk.ts'

const proseLength = 80

/**
 * Joins a story that a site cuts into chunks to put advertisements between them: containers of the same name and class
 * in one article, each with paragraphs of its own. Scorers of paragraphs choose one container and lose the others.
 */
export function joinChunks(body: PageElement): void {
  for (const article of storiesOf(body)) {
    const groups = new Map<string, PageElement[]>()
    for (const element of descendants(article)) {
      if (element.name !== 'div' && element.name !== 'section') continue
      const { class: classes } = element.attributes
      if (classes === undefined || classes.trim() === '' || !holdsProse(element) || isOther(element, article)) continue
      const key = `${depthOf(element)} ${element.name} ${classes}`
      const group = groups.get(key)
      if (group) group.push(element)
      else groups.set(key, [element])
    }
    for (const [first, ...others] of groups.values()) {
      if (!first) continue
      for (const other of others) {
        for (const child of other.children) if (isElement(child)) child.parent = first
        first.children.push(...other.children)
        other.children.length = 0
      }
    }
  }
}

/** The article elements of a page that are not teasers; a page without one that has one main and one h1. */
function storiesOf(body: PageElement): PageElement[] {
  const articles: PageElement[] = []
  const mains: PageElement[] = []
  let headings = 0
  for (const element of descendants(body)) {
    if (element.name === 'article') articles.push(element)
    else if (element.name === 'main') mains.push(element)
    else if (element.name === 'h1') headings++
  }
  return articles.length > 0 ? articles : mains.length === 1 && headings <= 1 ? mains : []
}

function holdsProse(element: PageElement): boolean {
  return element.children.some((child) => isElement(child) && child.name === 'p' && textOf(child).length >= proseLength)
}

/** It belongs to another story: in an article of its own, or under a heading of its own below the article. */
function isOther(element: PageElement, article: PageElement): boolean {
  for (let up: PageElement | undefined = element; up && up !== article; up = up.parent) {
    if (up.name === 'article' || up.children.some((child) => isElement(child) && headed(child))) return true
  }
  return false
}

function headed(element: PageElement): boolean {
  return /^(?:h[1-3]|header)$/u.test(element.name)
}

function depthOf(element: PageElement): number {
  let depth = 0
  for (let up = element.parent; up; up = up.parent) depth++
  return depth
}
