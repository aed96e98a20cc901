import { gunzip } from 'node:zlib'
import { promisify } from 'node:util'
import { WireError } from '../../story/errors.ts'
import type { FeedEntry } from './entries.ts'
import { detached } from './detached.ts'
import { readRoot } from './document-root.ts'

/** The protocol allows no more in one file (sitemaps.org, "Sitemap file requirements"). */
const mostUrls = 50_000
/** Of one entry: an address of 2,048 characters, dates, a title. */
const entryReach = 8000

/** What a sitemap lists: pages, or further sitemaps. */
export interface Sitemap {
  readonly kind: 'pages' | 'sitemaps'
  readonly entries: readonly FeedEntry[]
}

const unzip = promisify(gunzip)

/** A sitemap served as a gzip file rather than with Content-Encoding; anything else comes back as it is. */
export async function unpackSitemap(bytes: Buffer, maxBytes: number): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await unzip(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    const code = isTooLarge ? 'source.too-large' : 'source.bad-answer'
    throw new WireError(
      code,
      isTooLarge ? `unpacks to more than ${maxBytes} bytes` : 'the gzip file is cut or broken',
      {
        cause: error,
      },
    )
  }
}

/**
 * Reads a sitemap, a news sitemap or a sitemap index; undefined for anything else. The mark of an entry is its lastmod,
 * else the publication date of the news module. Newest first where the dates tell; only addresses of the web count.
 */
export function readSitemap(bytes: Buffer): Sitemap | undefined {
  const name = readRoot(bytes.toString('latin1', 0, 65_536).replace(/^\xef\xbb\xbf/, ''))?.name
  const kind = name === undefined ? undefined : { urlset: 'pages', sitemapindex: 'sitemaps' }[bare(name)]
  if (kind !== 'pages' && kind !== 'sitemaps') return undefined
  const text = bytes.toString('utf8')
  const open = kind === 'pages' ? /<(?:[\w-]{1,20}:)?url[\s>]/g : /<(?:[\w-]{1,20}:)?sitemap[\s>]/g
  const starts: number[] = []
  for (let match = open.exec(text); match !== null && starts.length < mostUrls; match = open.exec(text)) {
    starts.push(match.index)
  }
  const entries = starts.flatMap((start, index): FeedEntry[] => {
    const entry = text.slice(start, Math.min(starts[index + 1] ?? text.length, start + entryReach))
    const link = read(/<(?:[\w-]{1,20}:)?loc>\s{0,40}(?:<!\[CDATA\[)?\s{0,40}(https?:[^<\]\s]{1,2000})/i, entry)
    const changed = read(/<lastmod>\s{0,40}([^<]{4,40})</i, entry)
    const published = read(/<(?:[\w-]{1,20}:)?publication_date>\s{0,40}([^<]{4,40})</i, entry)
    return link === undefined || !URL.canParse(link)
      ? []
      : [{ link: new URL(link).href, mark: detached(changed ?? published ?? '') }]
  })
  return {
    kind,
    entries: entries
      .map((entry) => ({ entry, at: timeOf(entry) }))
      .sort((a, b) => b.at - a.at)
      .map(({ entry }) => entry),
  }
}

const bare = (name: string): 'urlset' | 'sitemapindex' => name.slice(name.indexOf(':') + 1) as 'urlset' | 'sitemapindex'

const read = (pattern: RegExp, entry: string): string | undefined =>
  pattern.exec(entry)?.[1]?.replaceAll('&amp;', '&').trim()

/** When an entry was last changed, in milliseconds; 0 when it does not say. */
export const timeOf = ({ mark }: FeedEntry): number => Date.parse(mark) || 0
