import { readObjects, readString, readStrings } from '../json/read.ts'
import { readAuthor } from '../syndication/people.ts'

/** Names in `authors` (1.1), else in `author` (1.0); plain strings, which neither allows, count too. */
export function readAuthors(value: unknown): string[] {
  for (const field of ['authors', 'author']) {
    const objects = readObjects(value, field).map((author) => readAuthor(readString(author, 'name')))
    const names = [...objects, ...readStrings(value, field).map(readAuthor)].filter((name) => name !== undefined)
    if (names.length > 0) return names
  }
  return []
}
