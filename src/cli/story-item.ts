import { compact } from '../story/draft.ts'
import type { Item } from '../story/item.ts'
import type { StoryRecord } from '../store/read-story.ts'

/**
 * The item a story is now: the content of the revision it shows, under the story's own uri and status, so an embargo that
 * has passed is `usable`. A closed story is the kill or withhold that closed it, with the headline the desk knows it by.
 * @returns undefined when the revision is no longer kept
 */
export function currentItem(story: StoryRecord): Item | undefined {
  const closed = story.status === 'canceled' || story.status === 'withheld'
  const wanted = (closed ? story.closingRevision : null) ?? story.currentRevision
  const revision = story.revisions.find((known) => known.revision === wanted)
  if (revision === undefined) return undefined
  const item = revision.item as unknown as Item
  return {
    ...item,
    ...compact<Pick<Item, 'headline' | 'bodyHtml' | 'bodyText'>>({
      headline: item.headline ?? story.headline ?? undefined,
      bodyHtml: revision.bodyHtml ?? undefined,
      bodyText: revision.bodyText ?? undefined,
    }),
    uri: story.uri,
    status: story.status,
    publishable: story.publishable,
  }
}
