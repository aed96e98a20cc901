import { isElement } from '../tree.ts'
import type { PageElement } from '../tree.ts'
import { descendants } from '../walk.ts'

interface Test {
  readonly kind: 'equals' | 'contains' | 'starts-with' | 'has'
  readonly attribute: string
  readonly value: string
}

interface Step {
  /** `//` looks at every depth, `/` at children. */
  readonly deep: boolean
  readonly name: string
  readonly tests: readonly Test[]
}

/** A compiled path. `attribute` is set for paths that end in /@name. */
export interface Path {
  readonly steps: readonly Step[]
  readonly attribute?: string
}

const step = /^(\/{1,2})(?:@([a-z-]{1,40})$|([a-z][a-z0-9-]{0,30}|\*))/u
const test =
  /^\[(?:(contains|starts-with)\(@([a-z:-]{1,40}),\s?'([^']{0,200})'\)|@([a-z:-]{1,40})(?:='([^']{0,200})')?)\]/u

/**
 * Compiles `//div[@id='x']/p[contains(@class, 'y')]/@datetime`: the part of XPath that site rules need. `contains` on
 * class means the word, as everybody who writes such rules means it. Throws on anything else: rules are our own data.
 */
export function compilePath(source: string): Path {
  const steps: Step[] = []
  let rest = source
  while (rest !== '') {
    const match = step.exec(rest)
    if (!match) throw new Error(`not a path of a site rule: ${source}`)
    rest = rest.slice(match[0].length)
    if (match[2] !== undefined) return { steps, attribute: match[2] }
    const tests: Test[] = []
    for (let found = test.exec(rest); found; found = test.exec(rest)) {
      rest = rest.slice(found[0].length)
      if (found[1] !== undefined)
        tests.push({ kind: found[1] as 'contains' | 'starts-with', attribute: found[2]!, value: found[3]! })
      else tests.push({ kind: found[5] === undefined ? 'has' : 'equals', attribute: found[4]!, value: found[5] ?? '' })
    }
    steps.push({ deep: match[1] === '//', name: match[3]!, tests })
  }
  return { steps }
}

/** The elements a path finds below `root`, in document order, each once. */
export function findPath(root: PageElement, path: Path): PageElement[] {
  let found: PageElement[] = [root]
  for (const { deep, name, tests } of path.steps) {
    const next = new Set<PageElement>()
    for (const from of found) {
      const candidates = deep ? descendants(from) : from.children.filter(isElement)
      for (const element of candidates) {
        if ((name === '*' || element.name === name) && tests.every((each) => passes(element, each))) next.add(element)
      }
    }
    found = [...next]
  }
  return found
}

function passes(element: PageElement, { kind, attribute, value }: Test): boolean {
  const actual = Object.hasOwn(element.attributes, attribute) ? element.attributes[attribute] : undefined
  if (actual === undefined) return false
  if (kind === 'has') return true
  if (kind === 'starts-with') return actual.startsWith(value)
  if (attribute === 'class')
    return kind === 'equals' ? actual.trim() === value : ` ${actual.replace(/\s+/gu, ' ')} `.includes(` ${value} `)
  return kind === 'equals' ? actual === value : actual.includes(value)
}
