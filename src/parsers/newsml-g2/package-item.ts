import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { Link } from '../../story/item.ts'
import { attr, child, children, descendants, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

/** Groups nested deeper than this are taken for a circle. */
const maxDepth = 50

/**
 * Reads the members of a package in reading order: from the root group, through group references, each item once.
 * Members may not have been received yet, or never be; without a version the latest is meant. Items outside every
 * reachable group follow at the end, so that none is lost.
 */
export function readPackage(item: XmlElement, draft: ItemDraft): void {
  const groupSet = child(item, 'groupSet')
  const groups = new Map<string, XmlElement>()
  for (const group of children(groupSet, 'group')) {
    const id = attr(group, 'id')
    if (id !== undefined) groups.set(id, group)
  }
  const root = groups.get(attr(groupSet, 'root') ?? '') ?? children(groupSet, 'group')[0]
  const members = new Set<XmlElement>()
  const visited = new Set<XmlElement>()
  if (root !== undefined) visit(root, 0)
  for (const reference of descendants(item, 'itemRef')) members.add(reference)

  let position = 0
  for (const reference of members) {
    const uri = attr(reference, 'residref') ?? attr(reference, 'href')
    if (uri === undefined) continue
    draft.add(
      'links',
      compact<Link>({ rel: 'hasMember', uri, version: attr(reference, 'version'), position }),
      'groupSet',
    )
    position++
    readMemberText(reference, draft)
  }

  function visit(group: XmlElement, depth: number): void {
    if (depth > maxDepth || visited.has(group)) return
    visited.add(group)
    for (const entry of children(group)) {
      if (entry.name === 'itemRef') members.add(entry)
      if (entry.name !== 'groupRef') continue
      const next = groups.get(attr(entry, 'idref') ?? '')
      if (next !== undefined) visit(next, depth + 1)
    }
  }
}

/** A package shows what is in it: the members' headlines and summaries are its notes. */
function readMemberText(reference: XmlElement, draft: ItemDraft): void {
  const title = textOf(child(reference, 'headline')) ?? textOf(child(reference, 'title'))
  const summary = textOf(child(reference, 'description'))
  const text = [title, summary].filter((part) => part !== undefined).join(': ')
  draft.add('notes', text, 'groupSet/group/itemRef')
}
