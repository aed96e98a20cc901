/** A message of an invented seven-bit wire, as a line delivers it. */
export interface AnpaMessage {
  /** Service letter. */
  readonly letter: string
  readonly number: number
  /** A slug of its own for each story: letters only, since numbers in slugs are takes. */
  readonly slug?: string
  /** Where the pier is; another one each day makes another story of the same number. */
  readonly town?: string
  readonly sentAt: Date
}

const two = (value: number): string => String(value).padStart(2, '0')

/** 0 -> a, 25 -> z, 26 -> ba: a word no other number has. */
export function wordOf(number: number): string {
  let word = ''
  for (let rest = number; rest > 0 || word === ''; rest = Math.floor(rest / 26)) {
    word = String.fromCharCode(97 + (rest % 26)) + word
  }
  return `q${word}`
}

/** The bytes of a message: header with its transmission number, slug, a paragraph, and the stamp in GMT. */
export function anpaMessage({
  letter,
  number,
  slug = `BC-Pier-${wordOf(number)}`,
  town = 'Northport',
  sentAt,
}: AnpaMessage): Buffer {
  const [month, day] = [two(sentAt.getUTCMonth() + 1), two(sentAt.getUTCDate())]
  const year = two(sentAt.getUTCFullYear() % 100)
  const time = `${two(sentAt.getUTCHours())}${two(sentAt.getUTCMinutes())}GMT`
  return Buffer.from(
    [
      `\u0016\u0016\u0001${letter}${String(number).padStart(4, '0')}\u001fharbr`,
      `u i\u0013\u0011 ${slug}   ${month}-${day} 0040`,
      `\u0002^${slug},40<`,
      `^Pier ${number} of ${town} stays closed, the town says<`,
      `\t   NORTHPORT, Scotland (XW) _ Ferry pier ${number} of ${town} closed after divers found ${number} cracks in its piles.`,
      '\u0003',
      `\t   XW-WF-${month}-${day}-${year} ${time}<`,
      '',
      '\u0004',
    ].join('\r\n'),
    'latin1',
  )
}
