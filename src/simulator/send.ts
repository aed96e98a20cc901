import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer } from './api/answer.ts'
import { detailCodes, errorAnswer, jsonType } from './api/answer.ts'
import { retryHeaders } from './api/content.ts'
import type { Faults } from './faults.ts'
import type { Simulation } from './simulation.ts'

const captivePage =
  '<!DOCTYPE html><html><head><title>Sign in to the guest network</title></head><body><h1>Welcome</h1><form action="/login"></form></body></html>'

/** An answer instead of the one asked for: the faults that strike before the request is looked at. */
export function refuse(simulation: Simulation, params: URLSearchParams): Answer | 'stall' | undefined {
  const faults = simulation.faults()
  // Every fault draws, whether it is on or not: one seed gives one sequence for each set of rates.
  const stalls = simulation.strikes(faults.stall)
  const limited = simulation.strikes(faults.rateLimit)
  const failed = simulation.strikes(faults.serverError)
  const soft = simulation.strikes(faults.errorInOk)
  const captive = simulation.strikes(faults.captivePortal)
  const context = { id: 'error', method: '/content.GET', params: Object.fromEntries(params), now: simulation.now() }
  if (stalls) return 'stall'
  if (limited)
    return errorAnswer(
      context,
      429,
      detailCodes.tooMany,
      'The request rate is too high.',
      retryHeaders(faults.retryAfter),
    )
  if (failed) {
    return simulation.strikes(0.5)
      ? errorAnswer(context, 500, detailCodes.server, 'Internal error')
      : errorAnswer(context, 503, detailCodes.server, 'Service unavailable', retryHeaders(faults.retryAfter))
  }
  if (soft) return { ...errorAnswer(context, 500, detailCodes.server, 'Internal error'), status: 200 }
  if (captive) return { status: 200, contentType: 'text/html', body: captivePage }
  return undefined
}

/**
 * Sends an answer, with the faults that strike bodies on their way. Resolves to true when the answer went out whole:
 * only then are its items delivered.
 */
export async function send(
  response: ServerResponse,
  answer: Answer,
  simulation: Simulation,
  faults: Faults,
): Promise<boolean> {
  const whole = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body
  const corruptible = answer.status === 200 && answer.contentType === jsonType
  const half = simulation.strikes(faults.halfPage)
  const broken = simulation.strikes(faults.brokenJson)
  const headers = { 'content-type': answer.contentType, ...answer.headers }
  if (corruptible && half) {
    response.writeHead(answer.status, { ...headers, 'content-length': whole.length })
    response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.destroy())
    return false
  }
  const body = corruptible && broken ? whole.subarray(0, Math.floor(whole.length * 0.9)) : whole
  response.writeHead(answer.status, { ...headers, 'content-length': body.length })
  if (faults.slowBytes > 0 && !(await trickle(response, body, faults.slowBytes))) return false
  response.end(faults.slowBytes > 0 ? undefined : body)
  if (!response.writableFinished && !response.destroyed) {
    await Promise.race([once(response, 'finish'), once(response, 'close')]).catch(() => undefined)
  }
  return response.writableFinished && body === whole
}

/** Ten portions a second. False when the other side hangs up. */
async function trickle(response: ServerResponse, body: Buffer, bytesPerSecond: number): Promise<boolean> {
  const portion = Math.max(1, Math.floor(bytesPerSecond / 10))
  for (let from = 0; from < body.length; from += portion) {
    if (response.destroyed) return false
    response.write(body.subarray(from, from + portion))
    await pause(100, undefined, { ref: false })
  }
  return !response.destroyed
}
