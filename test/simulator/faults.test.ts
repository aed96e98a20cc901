import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../src/simulator/random.ts'
import { planDeliveries } from '../../src/simulator/delivery.ts'
import { readFaults } from '../../src/simulator/faults.ts'
import { scriptedDay } from '../../src/simulator/wire/scripted-day.ts'
import { ask, key, openAgency, readFeed } from './agency.ts'

const events = scriptedDay({ seed: 7 })
const all = 'include=*&page_size=100'

describe('order and repeats', () => {
  test('repeat delivers everything twice', () => {
    const plan = planDeliveries(events, { repeat: true, reorder: 'off' }, createRandom(1))
    expect(plan).toHaveLength(events.length * 2)
    for (const event of events) expect(plan.filter((delivery) => delivery.event === event)).toHaveLength(2)
  })

  test.each(['window', 'day'] as const)(
    'reorder %s delivers the same items in another order, over the same hours',
    (reorder) => {
      const plan = planDeliveries(events, { repeat: false, reorder }, createRandom(1))
      expect(plan.map((delivery) => delivery.event.etag)).not.toEqual(events.map((event) => event.etag))
      expect(new Set(plan.map((delivery) => delivery.event))).toEqual(new Set(events))
      expect(plan.map((delivery) => delivery.opensAt)).toEqual(events.map((event) => event.atSeconds))
      expect(planDeliveries(events, { repeat: false, reorder }, createRandom(1))).toEqual(plan)
    },
  )

  test('switched in mid run, they leave what is published alone and lose nothing', async () => {
    const { feedUrl, control } = await openAgency({ events, speed: 0 })
    control.jumpTo(20_000)
    const before = await readFeed(`${feedUrl}?${all}`)
    control.setFaults({ reorder: 'day', repeat: true })
    control.publishAll()
    const after = await readFeed(`${feedUrl}?${all}`)
    expect(after.elements.slice(0, before.elements.length).map((element) => element.item?.altids)).toEqual(
      before.elements.map((element) => element.item?.altids),
    )
    expect(control.delivered()).toEqual(new Set(events.map((event) => event.etag)))
  })
})

describe('faults on the way', () => {
  test.each([
    ['rateLimit', 429],
    ['serverError', 500],
  ] as const)('%s', async (fault, status) => {
    const { feedUrl, control } = await openAgency({ events, faults: { [fault]: 1, retryAfter: '-1' } })
    const refused = await ask(feedUrl)
    expect(refused.status).toBeGreaterThanOrEqual(status)
    expect(refused.answer.error?.status).toBe(refused.status)
    if (status === 429) expect(refused.headers.get('retry-after')).toBe('-1')
    control.clearFaults()
    expect((await ask(feedUrl)).status).toBe(200)
  })

  test('an error body may come with 200', async () => {
    const { feedUrl } = await openAgency({ events, faults: { errorInOk: 1 } })
    const { status, answer } = await ask(feedUrl)
    expect([status, answer.error?.status, answer.data]).toEqual([200, 500, undefined])
  })

  test('a captive portal answers HTML with 200', async () => {
    const { feedUrl } = await openAgency({ events, faults: { captivePortal: 1 } })
    const response = await fetch(feedUrl, { headers: key })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html'])
  })

  test('a half page breaks the connection, broken JSON does not; neither counts as delivered, the next try gets all', async () => {
    const { feedUrl, control } = await openAgency({ events, faults: { halfPage: 1 } })
    await expect(fetch(`${feedUrl}?${all}`, { headers: key }).then((response) => response.text())).rejects.toThrow()
    control.setFaults({ halfPage: 0, brokenJson: 1 })
    const text = await (await fetch(`${feedUrl}?${all}`, { headers: key })).text()
    expect(() => JSON.parse(text) as unknown).toThrow()
    expect(control.delivered().size).toBe(0)
    control.clearFaults()
    expect((await readFeed(`${feedUrl}?${all}`)).elements).toHaveLength(events.length)
  })

  test('a stalled request is let go only by its caller', async () => {
    const { feedUrl, control } = await openAgency({ events, faults: { stall: 1 } })
    const caller = new AbortController()
    const asked = control.nextRequest('feed')
    const waiting = fetch(feedUrl, { headers: key, signal: caller.signal })
    await asked
    caller.abort()
    await expect(waiting).rejects.toThrow()
  })

  test('a token dies after its pages, and the first request still opens a new one', async () => {
    const { feedUrl } = await openAgency({ events, faults: { expireAfterPages: 2 } })
    const first = (await ask(`${feedUrl}?include=*&page_size=10`)).answer
    const second = (await ask(first.data?.next_page ?? '')).answer
    const third = await ask(second.data?.next_page ?? '')
    expect([third.status, third.answer.error?.code]).toEqual([400, 6060])
    expect((await ask(feedUrl)).status).toBe(200)
  })

  test('empty and overlapping pages lose nothing', async () => {
    const { feedUrl, control } = await openAgency({ events, faults: { emptyPage: 0.4, overlapPages: 0.5 } })
    const distinct = new Set(events.map((event) => event.etag)).size
    let url = `${feedUrl}?include=*&page_size=20`
    let empty = 0
    for (let page = 0; page < 200 && control.delivered().size < distinct; page++) {
      const { data } = (await ask(url)).answer
      if (data?.items.length === 0) empty++
      url = data?.next_page ?? ''
    }
    expect(control.delivered()).toEqual(new Set(events.map((event) => event.etag)))
    expect(control.counts().deliveries).toBeGreaterThan(events.length)
    expect(empty).toBeGreaterThan(0)
  })

  test('a follow-up page may forget which fields were asked for', async () => {
    const { feedUrl } = await openAgency({ events, faults: { forgetInclude: true } })
    const first = (await ask(`${feedUrl}?include=*&page_size=10`)).answer
    const second = (await ask(first.data?.next_page ?? '')).answer
    expect(first.data?.items[0]?.item).toHaveProperty('urgency')
    expect(second.data?.items[0]?.item).not.toHaveProperty('urgency')
  })

  test('NITF comes late, and in the wrong charset', async () => {
    const { feedUrl, control } = await openAgency({ events, faults: { missingNitf: 2, retryAfter: '1' } })
    const { elements } = await readFeed(`${feedUrl}?${all}`)
    const href =
      elements.find((element) => element.item?.['located'] !== undefined)?.item?.renditions?.['nitf']?.href ?? ''
    const statuses: number[] = []
    for (let times = 0; times < 3; times++) statuses.push((await fetch(href, { headers: key })).status)
    expect(statuses).toEqual([404, 503, 200])
    const right = Buffer.from(await (await fetch(href, { headers: key })).arrayBuffer())
    control.setFaults({ wrongCharset: true })
    const wrong = Buffer.from(await (await fetch(href, { headers: key })).arrayBuffer())
    expect(iconv.decode(wrong, 'windows-1252')).toBe(right.toString('utf8'))
    expect(wrong.equals(right)).toBe(false)
  })

  test('documents of killed items may be withdrawn, all but the kill itself', async () => {
    const { url } = await openAgency({ events, faults: { withdrawKilled: true } })
    const kill = events.find(
      (event) => event.intent.status === 'canceled' && event.version === 2 && event.nitf !== undefined,
    )
    const statusOf = async (version: number): Promise<number> =>
      (await fetch(`${url}/media/v/content/${kill?.itemid ?? ''}.${version}/download?type=text`, { headers: key }))
        .status
    expect([await statusOf(0), await statusOf(2)]).toEqual([404, 200])
  })

  test('one seed strikes the same requests', async () => {
    const statuses = async (): Promise<number[]> => {
      const { feedUrl } = await openAgency({ events, seed: 5, faults: { rateLimit: 0.3, serverError: 0.3 } })
      const seen: number[] = []
      for (let times = 0; times < 20; times++) seen.push((await ask(feedUrl)).status)
      return seen
    }
    const first = await statuses()
    expect(await statuses()).toEqual(first)
    expect(new Set(first).size).toBeGreaterThan(1)
  })
})

describe('faults from the command line', () => {
  test('are read by name, with or without a value', () => {
    expect(readFaults(['repeat', 'reorder=window', 'rate-limit=0.5', 'retryAfter=88'])).toEqual({
      repeat: true,
      reorder: 'window',
      rateLimit: 0.5,
      retryAfter: '88',
    })
  })

  test.each([['rateLimit=often'], ['flood'], ['reorder=never'], ['stall=-1'], ['__proto__=1']])(
    '%s is refused with a reason',
    (setting) => {
      expect(() => readFaults([setting])).toThrow(/config.invalid/)
    },
  )
})
