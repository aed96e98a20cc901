/** A control sequence in a stream. */
export interface Mark {
  readonly at: number
  readonly length: number
}

/**
 * The marks of a stream in their order. None may be part of another. Each is searched natively and again only once it has
 * been passed, so a long stream is gone through once for every kind of mark, however many there are.
 */
export function* findMarks(stream: string, marks: readonly string[]): Generator<Mark> {
  const next = marks.map((mark) => stream.indexOf(mark))
  for (;;) {
    let first = -1
    for (let kind = 0; kind < marks.length; kind++) {
      const at = next[kind] ?? -1
      if (at >= 0 && (first < 0 || at < (next[first] ?? 0))) first = kind
    }
    const mark = marks[first]
    const at = next[first]
    if (mark === undefined || at === undefined) return
    yield { at, length: mark.length }
    next[first] = stream.indexOf(mark, at + mark.length)
  }
}

/** What stands between the marks of a stream, before the first and behind the last; `to` is exclusive. Nothing is left out but emptiness. */
export function* stretchesBetween(
  stream: string,
  marks: readonly string[],
): Generator<{ readonly from: number; readonly to: number }> {
  let from = 0
  for (const { at, length } of findMarks(stream, marks)) {
    if (at > from) yield { from, to: at }
    from = at + length
  }
  if (stream.length > from) yield { from, to: stream.length }
}
