import type { ItemDraft } from '../../story/draft.ts'
import { addMedia } from '../syndication/medium.ts'
import type { Medium } from '../syndication/medium.ts'

/**
 * Adds the pictures that stood in the body. Superdesk sends an embedded picture twice, as an association and as a figure of
 * the body: one whose address an association gave is known, and so is its caption when the association brought one.
 */
export function addBodyMedia(draft: ItemDraft, found: readonly Medium[]): void {
  if (found.length === 0) return
  const owners = new Map<string, string>()
  for (const { uri, renditions } of draft.get('media') ?? []) {
    for (const { href } of renditions ?? []) if (href !== undefined) owners.set(addressKey(href), uri)
  }
  const captioned = new Set((draft.get('captions') ?? []).map(({ mediaUri }) => mediaUri))
  const fresh = found.filter((medium) => {
    const owner = medium.renditions.map(({ href }) => owners.get(addressKey(href ?? ''))).find(Boolean)
    return owner === undefined || (medium.caption !== undefined && !captioned.has(owner))
  })
  addMedia(draft, fresh, 'body_html')
}

function addressKey(href: string): string {
  return href.replace(/^https?:/i, '').split(/[?#]/, 1)[0] ?? href
}
