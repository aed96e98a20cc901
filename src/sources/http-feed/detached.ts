/**
 * The same text as a string of its own. V8 keeps a whole document in memory for as long as a piece cut out of it is held.
 */
export const detached = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')
