import { child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { hasContent, innerComponents, isMediaTree, languageOf, roleOf } from './components.ts'
import { childLike, propertyValues } from './named.ts'

/** A NewsItem with more objects than this is taken for one story: no honest one comes near it. */
const mostVersions = 300

/** One version of a story inside a NewsItem: what becomes an item of its own. */
export interface StoryVersion {
  readonly component: XmlElement
  /** The components around it, the nearest first: what they say holds for it too. */
  readonly ancestors: readonly XmlElement[]
  /** Pictures and clips beside the versions, which belong to all of them. */
  readonly shared: readonly XmlElement[]
  /** The agency's own id of this part of the NewsItem. */
  readonly objectId?: string
  readonly language?: string
}

/**
 * Finds what a NewsItem holds several of: Belga's objects, which have ids of their own, and language versions, which
 * have headlines of their own. Everything else is one story, whatever its tree looks like; so is every tree with content
 * beside the versions, for none of it may be lost.
 */
export function findVersions(root: XmlElement): StoryVersion[] {
  const whole: StoryVersion = { component: root, ancestors: [], shared: [] }
  const split = findObjects(root) ?? findLanguages(root)
  return split === undefined || split.length > mostVersions ? [whole] : split
}

function findObjects(root: XmlElement): StoryVersion[] | undefined {
  const found: StoryVersion[] = []
  const own = objectIdOf(root)
  const complete = visit(root, [])
  if (found.length === 0) {
    return own === undefined ? undefined : [{ component: root, ancestors: [], shared: [], objectId: own }]
  }
  return complete ? found : undefined

  /** Returns whether all content of the tree stands in objects. */
  function visit(component: XmlElement, ancestors: readonly XmlElement[]): boolean {
    const objectId = component === root ? undefined : objectIdOf(component)
    if (objectId !== undefined) {
      found.push({ component, ancestors, shared: [], objectId, ...describe(component) })
      return true
    }
    const inner = innerComponents(component)
    if (inner.length === 0) return !hasContent(component)
    const around = [component, ...ancestors]
    const complete = inner.map((below) => visit(below, around)).every(Boolean)
    return complete && child(component, 'ContentItem') === undefined
  }
}

function findLanguages(root: XmlElement): StoryVersion[] | undefined {
  const chain = soleChain(root)
  const holder = chain.at(-1) ?? root
  if (child(holder, 'ContentItem') !== undefined) return undefined
  const inner = innerComponents(holder)
  const shared = inner.filter(isMediaTree)
  const told = inner.filter((component) => !isMediaTree(component) && headlineOf(component) !== undefined)
  const rest = inner.filter((component) => !shared.includes(component) && !told.includes(component))
  const languages = new Set(told.map(languageOf))
  const apart = told.length > 1 && languages.size === told.length && !languages.has(undefined)
  if (!apart || rest.some(hasContent)) return undefined
  const ancestors = [...chain].reverse()
  return told.map((component) => ({ component, ancestors, shared, ...describe(component) }))
}

/** Belga's own id of a text, picture or sound inside a NewsItem. */
function objectIdOf(component: XmlElement): string | undefined {
  return children(component, 'AdministrativeMetadata').flatMap((entry) => propertyValues(entry, 'NewsObjectId'))[0]
}

function describe(component: XmlElement): { language?: string } {
  const language = languageOf(component)
  return language === undefined ? {} : { language }
}

/** From the root down while there is exactly one component and no content: wrappers around wrappers. */
function soleChain(root: XmlElement): XmlElement[] {
  const chain = [root]
  for (let at = root; ; at = chain.at(-1)!) {
    const inner = innerComponents(at)
    if (inner.length !== 1 || child(at, 'ContentItem') !== undefined) return chain
    chain.push(inner[0]!)
  }
}

/** Roles from the outermost component inwards while each holds just one: they say what the whole is. */
export function leadingRoles(root: XmlElement): string[] {
  return soleChain(root).map(roleOf)
}

function headlineOf(component: XmlElement): string | undefined {
  return textOf(childLike(child(component, 'NewsLines'), 'HeadLine'))
}
