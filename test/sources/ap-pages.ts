/** Invented pages in the shape of the AP Media API. Strings, not objects: raw bytes are what matters. */

interface ElementSketch {
  readonly itemid: string
  readonly etag?: string
  readonly type?: string
  readonly renditions?: object
}

export function apElement({ itemid, etag, type, renditions }: ElementSketch): string {
  const item = {
    uri: `https://api.example.test/media/v/content/${itemid}?qt=Tok-1&et=0a1aza0c0`,
    altids: { itemid, etag: etag ?? `${itemid}_0a1aza0c0` },
    version: 0,
    type: type ?? 'text',
    urgency: 4,
    versioncreated: '2031-03-04T11:58:00Z',
    headline: `Lantern festival returns to Ostwick, ${itemid}`,
    ...(renditions === undefined ? {} : { renditions }),
  }
  return JSON.stringify({ meta: { products: [{ id: 4711, name: 'Harbour Wire' }] }, item })
}

export function apPage(elements: readonly string[], nextPage: string | undefined): string {
  const next = nextPage === undefined ? '' : `,"next_page":${JSON.stringify(nextPage)}`
  return `{"api_version":"2.2","api_mode":"live","id":"Tok-1","method":"/content/feed.GET","params":{},
"data":{"updated":"2031-03-04T11:59:00Z","current_item_count":${elements.length}${next},"items":[ ${elements.join(' ,\n')} ]}}`
}

export function apError(status: number, code: number): string {
  return JSON.stringify({
    api_version: '2.2',
    error: { status, code, message: 'Not today', timestamp: '2031-03-04T12:00:00Z' },
  })
}

export function nitfOf(words: string): string {
  return `<?xml version="1.0"?><nitf><body><body.content><p>${words}</p></body.content></body></nitf>`
}
