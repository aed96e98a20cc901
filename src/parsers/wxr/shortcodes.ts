/** Shortcodes that print something of their own and hold no words: galleries, forms, players. */
const empty =
  /\[\/?(?:gallery|embed|audio|video|playlist|contact-form[\w-]{0,20}|contact_form|ninja_form|gravityform|adrotate|ad|ads|googlemaps|instagram|youtube|tweet|twitter|vimeo|soundcloud|mailpoet|newsletter[\w-]{0,20}|related[\w-]{0,20}|toc)(?:\s[^\]\n]{0,2000})?\]/gi

/**
 * Takes WordPress shortcodes off the text of a post: pairs are unwrapped, since what stands between them are words; those
 * with attributes and known ones go. Words in brackets that an editor wrote ("[sic]") stay.
 */
export function withoutShortcodes(text: string): string {
  if (!text.includes('[')) return text
  const closed = new Set([...text.matchAll(/\[\/([a-z][\w-]{0,40})\]/gi)].map((match) => match[1] ?? ''))
  let kept = text.replace(empty, '')
  if (closed.size > 0) {
    kept = kept.replace(/\[\/?([a-z][\w-]{0,40})(?:\s[^\]\n]{0,2000})?\]/gi, (whole, name: string) =>
      closed.has(name) ? '' : whole,
    )
  }
  return kept.replace(/\[[a-z][\w-]{1,40}(?:\s{1,10}[\w-]{1,40}=(?:"[^"\]]{0,1000}"|'[^'\]]{0,1000}'|[\w-]{1,60})){1,30}\s{0,10}\/?\]/gi, '') // prettier-ignore
}
