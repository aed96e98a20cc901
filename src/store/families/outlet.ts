/**
 * Who printed a story: the host of its address where it has one, else who gives out its id, else who gives out the ids
 * of its feed. `www` is no host of its own.
 */
export function outletOf(story: { uri: string; authority: string; feedAuthority: string }): string {
  if (/^https?:/i.test(story.uri) && URL.canParse(story.uri)) {
    return new URL(story.uri).hostname.replace(/^www\d?\./, '').slice(0, 253)
  }
  return (story.authority || story.feedAuthority).slice(0, 253)
}
