import type { IncomingMessage } from 'node:http'
import { WireError } from '../../story/errors.ts'
import type { SimulatorControl } from '../control.ts'
import { checkFaults } from '../faults.ts'
import type { Answer } from './answer.ts'
import { readRequestBody } from './request-body.ts'

const json = (status: number, value: unknown): Answer => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

/** "max" and Infinity end the day at once. */
function readSpeed(value: unknown): number {
  const speed = value === 'max' ? Number.POSITIVE_INFINITY : Number(value)
  if (!(speed >= 0)) throw new WireError('config.invalid', 'speed must be 0 or more, or "max"')
  return speed
}

/**
 * The levers for another process: `GET /simulator/state`, and `POST /simulator/control` with any of
 * `{"faults": {...}, "clearFaults": true, "speed": 60, "jumpTo": 3600, "publishAll": true, "expireTokens": true}`.
 */
export async function answerLevers(control: SimulatorControl, path: string, request: IncomingMessage): Promise<Answer> {
  const state = (): Answer =>
    json(200, { ...control.counts(), delivered: control.delivered().size, faults: control.faults })
  if (path === '/simulator/state' && request.method === 'GET') return state()
  if (path !== '/simulator/control' || request.method !== 'POST') return json(404, { error: 'There is no such lever.' })
  try {
    const asked = JSON.parse(await readRequestBody(request)) as Record<string, unknown>
    const faults = asked['faults'] === undefined ? undefined : checkFaults(asked['faults'] as Record<string, unknown>)
    const speed = asked['speed'] === undefined ? undefined : readSpeed(asked['speed'])
    if (asked['clearFaults'] === true) control.clearFaults()
    if (faults !== undefined) control.setFaults(faults)
    if (speed !== undefined) control.setSpeed(speed)
    if (typeof asked['jumpTo'] === 'number') control.jumpTo(asked['jumpTo'])
    if (asked['publishAll'] === true) control.publishAll()
    if (asked['expireTokens'] === true) control.expireTokens()
    return state()
  } catch (fault) {
    return json(400, { error: fault instanceof WireError ? fault.detail : 'The body is no JSON object.' })
  }
}
