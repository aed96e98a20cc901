import type { ParsedItem } from '../../story/draft.ts'
import type { Link } from '../../story/item.ts'
import { baseName, stemOf } from './names.ts'

/** What one file of a bundle gave. */
export interface ReadMember {
  readonly name: string
  readonly format: string
  readonly items: readonly ParsedItem[]
}

/**
 * Ties stories to the pictures that came with them: a story that names the file of a picture, or has its name but for the
 * extension and a number. Both get a link, and stay items of their own.
 */
export function tiePictures(members: readonly ReadMember[]): ReadMember[] {
  const pictures = members.filter(({ format }) => format === 'image')
  const stories = members.filter(({ format, items }) => format !== 'image' && items.length === 1)
  const added = new Map<ReadMember, Link[]>()
  for (const picture of pictures) {
    const story = stories.find((candidate) => belongs(picture, candidate))
    const own = picture.items[0]?.item
    const told = story?.items[0]?.item
    if (story === undefined || own === undefined || told === undefined) continue
    added.set(story, [...(added.get(story) ?? []), { rel: 'hasPicture', uri: own.uri }])
    added.set(picture, [{ rel: 'pictureOf', uri: told.uri }])
  }
  return members.map((member) => {
    const links = added.get(member)
    return links === undefined ? member : { ...member, items: member.items.map((parsed) => withLinks(parsed, links)) }
  })
}

function belongs(picture: ReadMember, story: ReadMember): boolean {
  const stem = stemOf(story.name)
  if (stemOf(picture.name) === stem || stemOf(picture.name, true) === stem) return true
  const file = baseName(picture.name)
  const hrefs = (story.items[0]?.item.media ?? []).flatMap(({ uri, renditions }) => [uri, ...(renditions ?? []).map(({ href }) => href)]) // prettier-ignore
  return hrefs.some((href) => href !== undefined && baseName(href.split(/[?#]/, 1)[0] ?? '') === file)
}

function withLinks(parsed: ParsedItem, links: readonly Link[]): ParsedItem {
  const known = parsed.item.links ?? []
  const fresh = links.filter((link) => !known.some(({ rel, uri }) => rel === link.rel && uri === link.uri))
  const origins = { ...parsed.origins, links: parsed.origins['links'] ?? 'names of the members' }
  return { ...parsed, item: { ...parsed.item, links: [...known, ...fresh] }, origins }
}
