import type { CharsetChoice } from '../../story/charset.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import type { ItemWarning } from '../../story/item.ts'
import type { ParseOutcome, RefusedItem } from '../parser.ts'
import type { Identity } from './identity.ts'

/**
 * Reads the items of a feed one by one: one that cannot be read must not cost the others. `read` gets the identity of the
 * item; an item without one is refused.
 */
export function readEach<T>(
  format: string,
  sources: readonly T[],
  identities: readonly (Identity | undefined)[],
  read: (source: T, identity: Identity) => ParsedItem,
  document: { readonly charset?: CharsetChoice | undefined; readonly warnings: readonly ItemWarning[] },
): ParseOutcome {
  const items: ParsedItem[] = []
  const refused: RefusedItem[] = []
  for (const [index, source] of sources.entries()) {
    const identity = identities[index]
    if (identity === undefined) {
      refused.push({ index, code: 'parse.no-identity', detail: 'neither id nor link nor title' })
      continue
    }
    try {
      items.push(read(source, identity))
    } catch (error) {
      const known = error instanceof WireError ? error : undefined
      const detail = known?.detail ?? String(error).slice(0, 160)
      refused.push({ index, code: known?.code ?? 'parse.crashed', detail, uri: identity.uri })
    }
  }
  if (items.length === 0) {
    const first = refused[0]
    return {
      kind: 'refused',
      format,
      code: first?.code ?? 'parse.no-items',
      detail: first?.detail ?? 'a feed without items',
    }
  }
  return {
    kind: 'parsed',
    format,
    items,
    ...(document.charset !== undefined && { charset: document.charset }),
    ...(document.warnings.length > 0 && { warnings: document.warnings }),
    ...(refused.length > 0 && { refused }),
  }
}
