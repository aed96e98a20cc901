import type { IncomingMessage } from 'node:http'
import { createAfpCoreSource } from '../../src/sources/afp-core/source.ts'
import { createDpaWireqSource } from '../../src/sources/dpa-wireq/source.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { createPaSource } from '../../src/sources/pa/source.ts'
import { createReutersConnectSource } from '../../src/sources/reuters-connect/source.ts'
import type { Source } from '../../src/sources/source.ts'
import { reply } from './answering-server.ts'
import type { Answering } from './answering-server.ts'

/** One agency as a test plays it: how its items look, and how it answers with a list of them. */
export interface Speaker {
  readonly name: string
  readonly source: (http: () => HttpClient) => Source
  readonly settings: (url: string) => Record<string, unknown>
  readonly secrets: Record<string, string>
  /** An item in the agency's words, as JSON. */
  item(id: string, version: number, headline: string): string
  /** An item that names nothing. */
  nameless(headline: string): string
  /** What the agency answers to a question for its list. */
  list(items: readonly string[]): string
  /** Answers everything: tokens, the list, single items. */
  serve(items: readonly string[]): Answering
}

/** What every secret of these tests is: it must turn up nowhere. */
export const sesame = 'sesame-open-77'
export const token = 'token-issued-88'

const json = { 'content-type': 'application/json' }

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

/** Answers the token endpoint, and leaves the rest to the test. */
export const withTokens =
  (data: Answering): Answering =>
  (request, response) => {
    if (request.url?.includes('/oauth/token') !== true) return data(request, response)
    request.resume()
    reply(response, 200, JSON.stringify({ access_token: token, expires_in: 3600 }), json)
  }

const plainList =
  (list: (items: readonly string[]) => string) =>
  (items: readonly string[]): Answering =>
    withTokens((request, response) => {
      request.resume()
      if (request.method === 'DELETE') return reply(response, 204)
      reply(response, 200, list(items), json)
    })

const reutersList = (items: readonly string[]): string =>
  `{"data":{"search":{"totalHits":${items.length},"pageInfo":{"endCursor":null,"hasNextPage":false},"items":[${items.join(',')}]}}}`

export const reuters: Speaker = {
  name: 'Reuters Connect',
  source: createReutersConnectSource,
  settings: (url) => ({ url: `${url}/graphql`, tokenUrl: `${url}/oauth/token`, audience: 'house' }),
  secrets: { REUTERS_CLIENT_ID: sesame, REUTERS_CLIENT_SECRET: sesame },
  item: (id, version, headline) =>
    JSON.stringify({
      versionedGuid: `tag:example.com,2031:newsml_${id}:${version}`,
      uri: `tag:example.com,2031:newsml_${id}`,
      version: String(version),
      type: 'TEXT',
      headLine: headline,
      bodyXhtml: `<p>${headline}.</p>`,
    }),
  nameless: (headline) => JSON.stringify({ headLine: headline, type: 'TEXT' }),
  list: reutersList,
  serve: (items) =>
    withTokens((request, response) => {
      void bodyOf(request).then((body) => {
        const { query } = JSON.parse(body) as { query: string }
        if (query.includes('search(')) return reply(response, 200, reutersList(items), json)
        const members = [...query.matchAll(/(i\d+): item\(id: "([^"]+)"\)/g)].map(([, name, id]) => {
          const found = items.find((item) => item.includes(`"versionedGuid":"${id}"`))
          return `"${name}":${found ?? 'null'}`
        })
        reply(response, 200, `{"data":{${members.join(',')}}}`, json)
      })
    }),
}

const afpList = (items: readonly string[]): string =>
  `{"response":{"status":{"code":0},"numFound":${items.length},"docs":[${items.join(',')}]}}`

export const afp: Speaker = {
  name: 'AFP Core',
  source: createAfpCoreSource,
  settings: (url) => ({ baseUrl: url }),
  secrets: { AFP_CLIENT_ID: sesame, AFP_CLIENT_SECRET: sesame, AFP_USERNAME: sesame, AFP_PASSWORD: sesame },
  item: (id, version, headline) =>
    JSON.stringify({
      uno: `example.doc-${id}`,
      revision: version,
      class: 'text',
      published: '2031-03-04T11:00:00Z',
      headline,
      news: [`${headline}.`],
    }),
  nameless: (headline) => JSON.stringify({ headline, news: ['Text.'] }),
  list: afpList,
  serve: plainList(afpList),
}

const dpaList = (items: readonly string[]): string => {
  const entries = items.map((item, at) => item.replace(/\}$/, `,"_wireq_receipt":"receipt-${at}"}`))
  return `{"entries":[${entries.join(',')}]}`
}

export const dpa: Speaker = {
  name: 'dpa wireQ',
  source: createDpaWireqSource,
  settings: (url) => ({ url: `${url}/{queue}` }),
  secrets: { DPA_WIREQ_QUEUE: sesame },
  item: (id, version, headline) =>
    JSON.stringify({
      urn: `urn:newsml:example.com:20310304:${id}`,
      version,
      version_created: '2031-03-04T11:00:00Z',
      updated: '2031-03-04T11:00:00Z',
      pubstatus: 'usable',
      headline,
      article_html: `<p>${headline}.</p>`,
    }),
  nameless: (headline) => JSON.stringify({ headline, article_html: '<p>Text.</p>' }),
  list: dpaList,
  serve: plainList(dpaList),
}

const paList = (items: readonly string[]): string =>
  `{"total":${items.length},"limit":50,"offset":0,"item":[${items.join(',')}]}`

export const pa: Speaker = {
  name: 'PA',
  source: createPaSource,
  settings: (url) => ({ baseUrl: `${url}/v1` }),
  secrets: { PA_API_KEY: sesame },
  item: (id, version, headline) =>
    JSON.stringify({
      uri: `0000-${id}`,
      type: 'text',
      version: String(version),
      versioncreated: '2031-03-04T11:00:00Z',
      issued: '2031-03-04T11:00:00Z',
      pubstatus: 'usable',
      headline,
      body_html: `<p>${headline}.</p>`,
    }),
  nameless: (headline) => JSON.stringify({ headline, body_text: 'Text.' }),
  list: paList,
  serve: plainList(paList),
}

export const speakers: readonly Speaker[] = [reuters, afp, dpa, pa]
