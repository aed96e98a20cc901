export interface NoticeTarget {
  readonly slug?: string
  /** Transmission number: "V9991". Reused daily, so it means something only together with a day. */
  readonly transref?: string
}

const slugAndNumber =
  /\b((?:(?:BC|AM|PM|AP)-)?[A-Z][\w.'’]{1,30}(?:-{1,2}[A-Z0-9][\w.'’ ]{0,40}){0,6}),? (?:filed as )?([A-Za-z]{1,3}\d{3,4})\b/g
const cycleSlug = /\b((?:BC|AM|PM|AP)-[A-Z0-9][\w.'’-]{1,40}(?: [A-Z][\w.'’-]{1,40}){0,6})/g
const photoNumber = /\b(?:photo|picture|image|graphic)s?(?: number| no\.?| slugged)?:? ([A-Z]{2,6}\d{2,6})\b/g
const dpaNumber = /\bdpa[ -]?(\d{3,4})\b/g

/** The stories a notice names: slug with transmission number, slug alone, photo numbers, dpa's item numbers. At most ten. */
export function readTargets(text: string): NoticeTarget[] {
  const found: NoticeTarget[] = []
  const numbers = new Set<string>()
  const slugs = new Set<string>()
  const add = (target: NoticeTarget): void => {
    if (found.length >= 10) return
    if (target.transref !== undefined && numbers.has(target.transref)) return
    if (target.transref === undefined && target.slug !== undefined && slugs.has(target.slug)) return
    if (target.transref !== undefined) numbers.add(target.transref)
    if (target.slug !== undefined) slugs.add(target.slug)
    found.push(target)
  }
  for (const [, slug, transref] of text.matchAll(slugAndNumber))
    if (slug !== undefined && transref !== undefined) add({ slug, transref })
  for (const [, transref] of text.matchAll(photoNumber)) if (transref !== undefined) add({ transref })
  for (const [, transref] of text.matchAll(dpaNumber)) if (transref !== undefined) add({ transref })
  for (const [, slug] of text.matchAll(cycleSlug)) if (slug !== undefined) add({ slug: slug.trim() })
  return found
}
