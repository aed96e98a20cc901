import type { Simulation } from '../simulation.ts'
import type { WireEvent } from '../wire/event.ts'
import type { Answer, AnswerContext } from './answer.ts'
import { dataAnswer, detailCodes, errorAnswer } from './answer.ts'
import { readProjection } from './projection.ts'

/** One white pixel: the least picture that is one. */
const pixel = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)

/** The version of an item that a download link names, by the `et` of its etag, else by its number, else the newest. */
function versionOf(
  simulation: Simulation,
  id: string,
  version: number | undefined,
  tag: string | null,
): WireEvent | undefined {
  const { newsroom } = simulation
  const end = newsroom.published()
  const latest = newsroom.latest(id)
  if (latest === undefined) return undefined
  if (tag === null && version === undefined) return latest
  const wanted = tag === null ? undefined : `${id}_${tag}`
  if (wanted !== undefined && latest.etag === wanted) return latest
  for (let at = end - 1; at >= 0; at--) {
    const event = newsroom.deliveries[at]?.event
    if (event?.itemid === id && (wanted === undefined ? event.version === version : event.etag === wanted)) return event
  }
  return undefined
}

/** `GET /content/{id}`: the newest version. */
export function answerItem(simulation: Simulation, url: URL, id: string): Answer {
  const context: AnswerContext = {
    id: url.searchParams.get('qt') ?? 'item',
    method: '/content.GET',
    params: Object.fromEntries(url.searchParams),
    now: simulation.now(),
  }
  const event = simulation.newsroom.latest(id)
  if (event === undefined) return errorAnswer(context, 404, detailCodes.notFound, 'Item source unavailable')
  const include = url.searchParams.get('include')
  // The item endpoint answers in full unless fields are chosen.
  const projection = readProjection(include ?? '*', url.searchParams.get('exclude'))
  if (typeof projection === 'string') return errorAnswer(context, 400, detailCodes.badValue, projection)
  const text = simulation.elements.textOf(event, projection, context.id)
  const shell = dataAnswer(context, {})
  return { ...shell, body: `${String(shell.body).slice(0, -3)}${text}}`, carries: [event.etag] }
}

/** `GET /content/{id}[.version]/download?...` and the preview pictures. */
export function answerDownload(
  simulation: Simulation,
  url: URL,
  id: string,
  version: number | undefined,
  kind: string,
): Answer {
  const given = url.searchParams
  const context: AnswerContext = {
    id: given.get('qt') ?? 'download',
    method: '/content/download.GET',
    params: Object.fromEntries(given),
    now: simulation.now(),
  }
  const gone = errorAnswer(context, 404, detailCodes.notFound, 'Item source unavailable')
  const event = versionOf(simulation, id, version, given.get('et'))
  if (event === undefined) return gone
  if (kind !== 'download') return { status: 200, contentType: 'image/jpeg', body: pixel }
  if (given.get('type') === 'picture') {
    return {
      status: 302,
      contentType: 'text/plain',
      body: '',
      headers: { location: `${new URL(simulation.base).origin}/binary/${id}.jpg` },
    }
  }
  const text = given.get('text') === 'caption' ? event.captionNitf : event.nitf
  if (text === undefined) return gone
  const faults = simulation.faults()
  const newest = simulation.newsroom.latest(id)
  if (faults.withdrawKilled && newest !== event && newest?.intent.status === 'canceled') return gone
  const asked = simulation.countDocumentRequest(`${event.etag}/${given.get('text') ?? 'story'}`)
  if (asked <= faults.missingNitf) {
    return asked % 2 === 1
      ? gone
      : errorAnswer(context, 503, detailCodes.server, 'The rendition is not ready.', retryHeaders(faults.retryAfter))
  }
  const document = simulation.elements.documentOf(text)
  return {
    status: 200,
    contentType: 'text/xml; charset=utf-8',
    body: faults.wrongCharset ? inWindows1252(document) : document,
  }
}

export const answerBinary = (): Answer => ({ status: 200, contentType: 'image/jpeg', body: pixel })

export function retryHeaders(retryAfter: string | undefined): Readonly<Record<string, string>> {
  return retryAfter === undefined ? {} : { 'retry-after': retryAfter }
}

/** The typographic characters that windows-1252 has where latin-1 has controls. */
const windows1252: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '…': 0x85,
}

function inWindows1252(text: string): Buffer {
  const bytes = Buffer.alloc(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    bytes[at] = code < 256 ? code : (windows1252[text[at] as string] ?? 0x3f)
  }
  return bytes
}
