import { readBylines } from '../../normalise/byline.ts'
import { foldSpace } from '../../normalise/text.ts'
import type { ItemDraft } from '../../story/draft.ts'

/** Names of accounts, not of people. */
const account = /^(?:admin(?:istrator)?|webmaster|editor|no-?reply|root|wordpress|newsroom|user\d*|rss|info)$/i
const address = /[^\s@()<>"]{1,80}@[^\s@()<>"]{1,120}/

/**
 * The name in an author field. RSS wants an e-mail address there, with the name in brackets or before it; a bare address
 * and an account's name name nobody.
 */
export function readAuthor(raw: string | undefined): string | undefined {
  const text = foldSpace((raw ?? '').slice(0, 500))
  if (text === '') return undefined
  const mail = address.exec(text)
  let name = text
  if (mail !== null) {
    const rest = foldSpace(text.replace(address, ' ').replace(/mailto:/i, ''))
    name = foldSpace(rest.replace(/[()<>"]/g, ' '))
  }
  return name === '' || account.test(name) || /^https?:/i.test(name) ? undefined : name
}

/** Sets byline and bylines from the names of a feed's author fields. */
export function setAuthors(draft: ItemDraft, names: readonly (string | undefined)[], from: string): void {
  if (draft.has('byline')) return
  const printed = [...new Set(names.filter((name) => name !== undefined))].slice(0, 40)
  if (printed.length === 0) return
  draft.set('byline', printed.join(', '), from)
  draft.set('bylines', printed.flatMap((name) => readBylines(name)), from) // prettier-ignore
}
