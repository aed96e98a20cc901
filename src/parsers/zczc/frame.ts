/** One story between ZCZC and NNNN; `code` is what stands behind ZCZC on its line. */
export interface Frame {
  readonly code: string
  readonly lines: readonly string[]
  /** Words between the end of the text and NNNN on its line: ANSA's stamp. */
  readonly closing?: string
}

const maxFrames = 10_000
const start = /^[ \t]{0,20}ZCZC\s?(\S.{0,60})?$/i
const end = /^(.{0,60}?)[ \t]{0,20}NNNN[ \t]{0,20}$/

// "15-SET-26 12:40", "151234 SET 26": Italian agencies stamp the line above NNNN
const stamp = /^(?:\d{1,2}-[A-Za-z]{3}-\d{2}(?:\d{2})? \d{2}:\d{2}|\d{6} [A-Za-z]{3} \d{2})$/

/** Takes a stamp off the last line that has words. */
function takeStamp(lines: string[]): string {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const text = (lines[last] ?? '').trim()
  if (!stamp.test(text)) return ''
  lines.splice(last)
  return text.replace(/^(\d{2})(\d{2})(\d{2}) ([A-Za-z]{3}) (\d{2})$/, '$1-$4-$5 $2:$3')
}

/**
 * Cuts a file into stories. ZCZC begins one; NNNN ends it and may be missing (AAP, Pagemasters), then the next ZCZC or
 * the end of the file does. What stands before the first ZCZC or behind an NNNN is none of the story.
 */
export function frameStories(text: string): Frame[] {
  const frames: Frame[] = []
  let open: { code: string; lines: string[] } | undefined
  for (const line of text.split('\n')) {
    const started = start.exec(line)
    if (started !== null) {
      if (open !== undefined) frames.push(open)
      if (frames.length >= maxFrames) return frames
      open = { code: (started[1] ?? '').trim(), lines: [] }
      continue
    }
    if (open === undefined) continue
    const ended = end.exec(line)
    if (ended === null) {
      open.lines.push(line)
      continue
    }
    const closing = (ended[1] ?? '').trim() || takeStamp(open.lines)
    frames.push(closing === '' ? open : { ...open, closing })
    open = undefined
  }
  if (open !== undefined) frames.push(open)
  return frames
}
