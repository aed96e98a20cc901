import type { PushRefusalDay } from '../store/push.ts'
import { safe } from './print/paint.ts'
import type { Paint } from './print/paint.ts'
import { table } from './print/table.ts'
import { moment } from './print/words.ts'

/** Requests of a push feed that were refused, a line for each day and reason. */
export function refusalTable(refusals: readonly PushRefusalDay[], paint: Paint): string {
  return table(
    [{ title: 'LAST REFUSED' }, { title: 'REQUESTS', align: 'right' }, { title: 'REASON' }],
    refusals.map(({ lastAt, requests, code, lastDetail }) => [
      moment(lastAt),
      requests.toLocaleString('en'),
      `${paint('red', code)}  ${safe(lastDetail)}`,
    ]),
    paint,
  )
}
