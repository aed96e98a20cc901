import { readMonth } from '../../normalise/months.ts'

// 242200 GMT Jun 17 · 071341 GMT Okt 15 · 201602 MESZ Jun 24 · 301215 Nov 2018
const stamp = /\b(\d{2})(\d{2})(\d{2})\s{1,4}(?:([A-Za-z]{1,5})\s{1,4})?(\p{L}{3,10})\.?\s{1,4}(\d{4}|\d{2})\b/u

/** The stamp behind ETX, as readTime reads it: "24 Jun 2017 22:00 GMT"; undefined when there is none. */
export function readStamp(text: string): string | undefined {
  const found = stamp.exec(text.slice(0, 400))
  if (found === null) return undefined
  const [, day = '', hour = '', minute = '', zone = '', month = '', year = ''] = found
  if (readMonth(month) === undefined) return undefined
  return `${day} ${month} ${year} ${hour}:${minute}${zone === '' ? '' : ` ${zone}`}`
}
