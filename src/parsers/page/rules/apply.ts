import type { PageElement } from '../tree.ts'
import { descendants, detach, namesOf, textOf } from '../walk.ts'
import { compilePath, findPath } from './path.ts'
import type { Path } from './path.ts'
import type { SiteRule } from './rule.ts'

/** What a site rule found. Elements still belong to the page's tree. */
export interface RuleReading {
  readonly title?: string
  readonly author?: string
  readonly date?: string
  readonly body: readonly PageElement[]
}

const compiled = new Map<string, Path>()

function pathOf(source: string): Path {
  let path = compiled.get(source)
  if (!path) compiled.set(source, (path = compilePath(source)))
  return path
}

/** Reads a page by a site's rule; strips what the rule strips, so captions must have been read before. */
export function applyRule(rule: SiteRule, root: PageElement): RuleReading {
  const title = firstText(rule.title, root)
  const author = firstText(rule.author, root)
  const date = firstText(rule.date, root)
  for (const source of rule.strip ?? []) for (const element of findPath(root, pathOf(source))) detach(element)
  const words = rule.strip_id_or_class ?? []
  if (words.length > 0) {
    for (const element of [...descendants(root)])
      if (words.some((word) => namesOf(element).includes(word))) detach(element)
  }
  let body: PageElement[] = []
  for (const source of rule.body ?? []) {
    body = outermost(findPath(root, pathOf(source)))
    if (body.length > 0) break
  }
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    body,
  }
}

function firstText(sources: readonly string[] | undefined, root: PageElement): string | undefined {
  for (const source of sources ?? []) {
    const path = pathOf(source)
    for (const element of findPath(root, path)) {
      const text = path.attribute === undefined ? textOf(element) : (element.attributes[path.attribute] ?? '').trim()
      if (text !== '') return text
    }
  }
  return undefined
}

/** A body inside a body is counted once. */
function outermost(elements: readonly PageElement[]): PageElement[] {
  const all = new Set(elements)
  return elements.filter((element) => {
    for (let up = element.parent; up; up = up.parent) if (all.has(up)) return false
    return true
  })
}
