import { describe, expect, test } from 'vitest'
import { products } from '../../src/simulator/wire/products.ts'
import { scriptedDay } from '../../src/simulator/wire/scripted-day.ts'
import { ask, key, openAgency, readFeed } from './agency.ts'

const events = scriptedDay({ seed: 7 })
const all = 'include=*&page_size=100'

describe('the feed', () => {
  test('needs the key in a header: 401 without, 403 with a wrong one, refused in the address', async () => {
    const { feedUrl } = await openAgency({ events })
    expect((await ask(feedUrl, {})).status).toBe(401)
    expect((await ask(feedUrl, { 'x-api-key': 'guess' })).status).toBe(403)
    expect((await ask(`${feedUrl}?apikey=rehearsal`)).status).toBe(400)
    expect((await ask(feedUrl, { 'x-apikey': 'rehearsal' })).status).toBe(200)
  })

  test('answers in the envelope of the API, and follow-ups name nothing but their token and sequence', async () => {
    const { feedUrl } = await openAgency({ events })
    const first = (await ask(`${feedUrl}?include=*&page_size=10`)).answer
    expect(first).toMatchObject({
      method: '/content/feed.GET',
      api_mode: 'live',
      data: { current_item_count: 10, page_size: 10 },
    })
    expect(first.data?.next_page).toMatch(/\/media\/v\/content\/feed\?qt=[\w-]+&seq=\d+$/)
    const second = (await ask(first.data?.next_page ?? '')).answer
    expect(Object.keys(second.params).sort()).toEqual(['qt', 'seq'])
  })

  test('delivers every filing once, in order, and counts it', async () => {
    const { feedUrl, control } = await openAgency({ events })
    const { elements } = await readFeed(`${feedUrl}?${all}`)
    expect(elements).toHaveLength(events.length)
    expect(elements.map((element) => element.item?.altids?.etag).filter(Boolean)).toEqual(
      events
        .map((event) => (event.envelope as { item?: { altids?: { etag?: string } } }).item?.altids?.etag)
        .filter(Boolean),
    )
    expect(control.delivered().size).toBe(new Set(events.map((event) => event.etag)).size)
    await control.allDelivered()
  })

  test('leaves no placeholder in what it sends', async () => {
    const { feedUrl, url } = await openAgency({ events })
    const { elements } = await readFeed(`${feedUrl}?${all}`)
    const text = JSON.stringify(elements)
    expect(text).not.toMatch(/%BASE%|%QT%/)
    expect(text).toContain(`${url}/media/v/content/`)
  })

  test('carries only the default fields unless more is asked for', async () => {
    const { feedUrl } = await openAgency({ events })
    const item = async (query: string) => (await ask(`${feedUrl}?${query}`)).answer.data?.items[0]?.item ?? {}
    expect(Object.keys(await item(''))).not.toContain('urgency')
    expect(Object.keys(await item(''))).toContain('headline')
    expect(Object.keys(await item('include=*'))).toContain('urgency')
    expect(Object.keys(await item('include=subject'))).not.toContain('headline')
    expect((await ask(`${feedUrl}?exclude=altids`)).status).toBe(400)
  })

  test('filters by product, each item once though it matches several', async () => {
    const { feedUrl } = await openAgency({ events })
    const q = encodeURIComponent(`productid:(${products.photos.id} OR ${products.sports.id})`)
    const { elements } = await readFeed(`${feedUrl}?${all}&q=${q}`)
    const types = new Set(elements.map((element) => element.item?.['type']))
    expect(types.has('picture')).toBe(true)
    expect(elements.length).toBeLessThan(events.length)
    const etags = elements.map((element) => element.item?.altids?.etag)
    const repeats = events.length - new Set(events.map((event) => event.etag)).size
    expect(etags.length - new Set(etags).size).toBeLessThanOrEqual(repeats)
  })

  test('starts a standard feed at mindate, and a query feed at now', async () => {
    const { feedUrl } = await openAgency({ events })
    const late = encodeURIComponent(`productid:${products.everything.id} AND mindate:>2026-03-12T10:00:00Z`)
    const { elements } = await readFeed(`${feedUrl}?${all}&q=${late}`)
    const expected = events.filter((event) => event.atSeconds > 36_000)
    expect(elements.length).toBe(expected.length)
    const { elements: none } = await readFeed(`${feedUrl}?${all}&q=${encodeURIComponent('type:text')}`)
    expect(none).toEqual([])
  })

  test.each([
    ['q=%E2%80%9Cstorm%E2%80%9D', 1000],
    ['q=productid:(1', 1000],
    ['q=mindate:>whenever', 5003],
    ['page_size=101', 5001],
    ['colour=red', 5000],
  ])('refuses %s with code %i', async (query, code) => {
    const { feedUrl } = await openAgency({ events })
    const { status, answer } = await ask(`${feedUrl}?${query}`)
    expect(status).toBe(400)
    expect(answer.error).toMatchObject({ status: 400, code })
    expect(answer.data).toBeUndefined()
  })

  test('keeps the time of its own day, whenever that is', async () => {
    const startsAt = '2031-07-04T05:00:00.000Z'
    const { feedUrl } = await openAgency({ events: scriptedDay({ seed: 7, startsAt }) })
    const { answer } = await ask(`${feedUrl}?${all}`)
    expect(answer.data?.items).toHaveLength(100)
    expect(answer.data?.updated).toMatch(/^2031-07-0[45]/)
    const q = encodeURIComponent('mindate:>2031-07-04T15:00:00Z')
    const { elements } = await readFeed(`${feedUrl}?${all}&q=${q}`)
    expect(elements).toHaveLength(events.filter((event) => event.atSeconds > 36_000).length)
  })

  test('knows no token it did not give: 400 with code 6060', async () => {
    const { feedUrl, control } = await openAgency({ events })
    expect((await ask(`${feedUrl}?qt=never&seq=64000000`)).answer.error?.code).toBe(6060)
    const { answer } = await ask(`${feedUrl}?${all}`)
    control.expireTokens()
    expect((await ask(answer.data?.next_page ?? '')).answer.error?.code).toBe(6060)
  })

  test('gives the same page again for the same address', async () => {
    const { feedUrl } = await openAgency({ events })
    const { answer } = await ask(`${feedUrl}?include=*&page_size=20`)
    const next = answer.data?.next_page ?? ''
    expect((await ask(next)).answer.data?.items).toEqual((await ask(next)).answer.data?.items)
  })
})

describe('the long poll', () => {
  test('lets go as soon as there is news', async () => {
    const { feedUrl, control } = await openAgency({ events, speed: 0, longPollSeconds: 50 })
    const first = (await ask(`${feedUrl}?${all}`)).answer
    expect(first.data?.items).toEqual([])
    const asked = control.nextRequest('feed')
    const waiting = ask(first.data?.next_page ?? '')
    await asked
    control.jumpTo(events[2]?.atSeconds ?? 0)
    expect((await waiting).answer.data?.items.length).toBeGreaterThanOrEqual(1)
  })

  test('ends with an empty page and the same address when there is none', async () => {
    const { feedUrl } = await openAgency({ events, speed: 0, longPollSeconds: 0.05 })
    const first = (await ask(`${feedUrl}?${all}`)).answer
    const second = (await ask(first.data?.next_page ?? '')).answer
    expect(second.data?.items).toEqual([])
    expect(second.data?.next_page).toBe(first.data?.next_page)
  })
})

describe('items and renditions', () => {
  test('an item is answered with its newest version, an unknown one with 404', async () => {
    const { url } = await openAgency({ events })
    const many = events.filter((event) => event.version === 8)[0]
    const { answer } = await ask(`${url}/media/v/content/${many?.itemid ?? ''}`)
    expect(answer.data?.item?.['version']).toBe(8)
    expect((await ask(`${url}/media/v/content/${'f'.repeat(32)}`)).status).toBe(404)
  })

  test('every NITF link of the day gives the body of its own version', async () => {
    const { feedUrl } = await openAgency({ events })
    const { elements } = await readFeed(`${feedUrl}?${all}`)
    const bodies = new Map(events.map((event) => [event.etag, event.nitf]))
    let fetched = 0
    for (const { item } of elements) {
      const href = item?.renditions?.['nitf']?.href
      const body = bodies.get(item?.altids?.etag ?? '')
      if (href === undefined || body === undefined) continue
      const response = await fetch(href, { headers: key })
      expect(response.headers.get('content-type')).toContain('xml')
      expect((await response.text()).replaceAll(/http:\/\/127[^"]*?\/media\/v/g, '%BASE%')).toBe(body)
      fetched++
    }
    expect(fetched).toBeGreaterThan(80)
  })

  test('the full picture is a redirect, and fetching it is counted', async () => {
    const { feedUrl, control } = await openAgency({ events })
    const { elements } = await readFeed(`${feedUrl}?${all}`)
    const picture = elements.find((element) => element.item?.['type'] === 'picture')
    const renditions = picture?.item?.renditions ?? {}
    expect((await fetch(renditions['preview']?.href ?? '', { headers: key })).status).toBe(200)
    expect(await (await fetch(renditions['caption_nitf']?.href ?? '', { headers: key })).text()).toContain('<nitf')
    expect(control.counts().mainDownloads).toBe(0)
    const main = await fetch(renditions['main']?.href ?? '', { headers: key, redirect: 'manual' })
    expect(main.status).toBe(302)
    await fetch(new URL(main.headers.get('location') ?? ''), { headers: key })
    expect(control.counts().mainDownloads).toBe(1)
  })
})

describe('search and account', () => {
  test('search shows the newest version of each item, by range, sorted and in pages', async () => {
    const { url } = await openAgency({ events })
    const q = encodeURIComponent(
      `productid:(${products.everything.id}) AND versioncreated:[2026-03-12T00:00:00Z TO 2026-03-12T06:00:00Z]`,
    )
    const base = `${url}/media/v/content/search?q=${q}&sort=versioncreated:asc&page_size=25`
    const first = (await ask(base)).answer
    const total = first.data?.total_items ?? 0
    const times: string[] = []
    const ids = new Set<unknown>()
    for (let at: string | undefined = base; at !== undefined;) {
      const { answer } = await ask(at)
      for (const { item } of answer.data?.items ?? []) {
        times.push(String(item?.['versioncreated']))
        ids.add(item?.altids?.itemid)
      }
      at = answer.data?.next_page
    }
    expect(times).toHaveLength(total)
    expect(total).toBeGreaterThan(30)
    expect(times).toEqual([...times].sort())
  })

  test('quotas are told, kept by method, and over them is 429', async () => {
    const { url, feedUrl } = await openAgency({ events, quotasPerMinute: { feed: 2 }, faults: { retryAfter: '7' } })
    const quotas = (await ask(`${url}/media/v/account/quotas`)).answer.data?.quotas ?? []
    expect(quotas.find((row) => row.method === 'feed')?.limit).toBe(2)
    expect(quotas.find((row) => row.method === 'search')).toMatchObject({ limit: 0, unlimited: true })
    const statuses = [await ask(feedUrl), await ask(feedUrl), await ask(feedUrl)]
    // A minute may turn between two requests; then the third is allowed.
    const last = statuses.at(-1)
    if (last?.status === 429) expect(last.headers.get('retry-after')).toBe('7')
    expect((await ask(`${url}/media/v/content/search`)).status).toBe(200)
  })
})
