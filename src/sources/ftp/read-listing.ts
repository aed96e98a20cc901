import { parseList } from 'basic-ftp'
import type { FileInfo } from 'basic-ftp'
import { WireError } from '../../story/errors.ts'

/** Lines of one folder: beyond them it is no folder of news. Real lines have some eighty characters. */
const mostLines = 200_000
/** No name is longer than 255 characters; such a line is cut, and its name then one that cannot be asked for. */
const longestLine = 4096

/**
 * A listing in any of the three forms: MLSD, Unix, MS-DOS. A line that breaks the rules costs only itself: an
 * impossible time in one would otherwise end the whole. Throws `source.too-large` for more lines than any folder has.
 */
export function readListing(whole: string): FileInfo[] {
  const text = withinBounds(whole)
  try {
    return parseList(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return text.split(/\r?\n/).flatMap((line) => {
      try {
        return parseList(line)
      } catch {
        return parseList(line.replace(/modify=[^;]{0,100};/i, ''))
      }
    })
  }
}

function withinBounds(text: string): string {
  let lines = 0
  let longest = 0
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf('\n', from)
    const end = found < 0 ? text.length : found
    longest = Math.max(longest, end - from)
    lines += 1
    from = end + 1
  }
  if (lines > mostLines) throw new WireError('source.too-large', `the folder lists more than ${mostLines} files`)
  if (longest <= longestLine) return text
  return text
    .split('\n')
    .map((line) => line.slice(0, longestLine))
    .join('\n')
}
