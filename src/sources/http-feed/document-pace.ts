const periods: Readonly<Record<string, number>> = {
  hourly: 3600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
}

/** The head of an XML document: what stands before its first item, at most 16 KiB; empty for anything else. */
export function documentHead(bytes: Buffer): string {
  const text = bytes.toString('latin1', 0, 16_384)
  const firstItem = text.search(/<item[\s>]/)
  const head = firstItem < 0 ? text : text.slice(0, firstItem)
  return head.includes('<') ? head : ''
}

/** Seconds between two looks that the head of an RSS document asks for: ttl (RSS 2.0), syndication module (RSS 1.0). */
export function secondsAsked(head: string): number {
  const ttl = Number(/<ttl>\s{0,20}(\d{1,7})\s{0,20}</.exec(head)?.[1] ?? 0) * 60
  const period = /<sy:updatePeriod>\s{0,20}([a-z]{5,8})\s{0,20}</.exec(head)?.[1] ?? ''
  const times = Number(/<sy:updateFrequency>\s{0,20}(\d{1,6})\s{0,20}</.exec(head)?.[1] ?? 1)
  const every = Object.hasOwn(periods, period) ? (periods[period] as number) / Math.max(1, times) : 0
  return Math.max(ttl, every)
}
