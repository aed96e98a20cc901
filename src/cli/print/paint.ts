import { styleText } from 'node:util'

export type Style = Parameters<typeof styleText>[0]

/** Colours text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string

const plain: Paint = (_style, text) => text

/** Colours only on a terminal that has them; `hasColors` heeds NO_COLOR and TERM=dumb. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  // The stream was asked already; Node's own second look would ask standard output again.
  return stream.isTTY && stream.hasColors() ? (style, text) => styleText(style, text, { validateStream: false }) : plain
}

/**
 * Text from outside, fit for a terminal: control characters would move the cursor, clear the screen or set its title,
 * and those that turn the direction of writing would let a headline impersonate the next column.
 */
export function safe(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
}

/** The same for text of several lines. */
export function safeLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(safe)
    .join('\n')
}
