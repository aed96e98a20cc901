import type { Item, ItemWarning } from './item.ts'

type Mutable<T> = { -readonly [K in keyof T]?: T[K] | undefined }

/** An item together with what only the pipeline needs. */
export interface ParsedItem {
  readonly item: Item
  /**
   * Who gives out `item.uri` when the uri is not globally unique by itself (a bare AP item id, a guid, a slug family).
   * Lower case, a domain where there is one: "ap.org". Absent for urn:, tag: and http(s): uris.
   */
  readonly authority?: string
  /** For `parse --explain`: field (dotted path) to the place in the document it was read from. */
  readonly origins: Readonly<Record<string, string>>
}

/** True for what must not stand in an item: undefined, null, blank text, an empty list or object, a NaN. */
export function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value === 'number') return Number.isNaN(value)
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object') return Object.keys(value).length === 0
  return false
}

/** Drops absent members of an object; for the small objects inside an item (bylines, captions, renditions). */
export function compact<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  const kept: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) if (!isAbsent(member)) kept[name] = member
  return kept as T
}

/** Equal members have equal keys; a list holds texts or objects, and a quotation mark begins no JSON object. */
function keyOf(member: unknown): string {
  return typeof member === 'string' ? `"${member}` : JSON.stringify(member)
}

/**
 * Collects an item field by field. Absent values are dropped, strings trimmed, and each field remembers where it was
 * read. A parser sets a field once it has found it; `fill` keeps what an earlier, better source gave.
 */
export class ItemDraft {
  // the three that every item has stand first in it, whenever they are found
  readonly #fields: Mutable<Item> = { type: undefined, status: undefined, publishable: undefined }
  readonly #origins: Record<string, string> = {}
  readonly #warnings: ItemWarning[] = []
  /** What each list holds already, as JSON: a story names hundreds of subjects, and each is looked for once. */
  readonly #members = new Map<string, { list: unknown[]; known?: Set<string> }>()

  /** Sets a field, replacing what was there. `from` is a path in the document: "head/docdata/urgency@ed-urg". */
  set<K extends keyof Item>(field: K, value: Item[K] | null | undefined, from: string): this {
    const isText = typeof value === 'string'
    const trimmed: unknown = isText ? value.trim() : value
    if (isText ? trimmed === '' : isAbsent(value)) return this
    this.#fields[field] = trimmed as Mutable<Item>[K]
    this.#origins[field] = from
    return this
  }

  /** Sets a field only when nothing was found for it so far. */
  fill<K extends keyof Item>(field: K, value: Item[K] | null | undefined, from: string): this {
    return this.has(field) ? this : this.set(field, value, from)
  }

  /** Sets what a later pass made of a field, which keeps its place: it still was read where it was read. */
  rewrite<K extends keyof Item>(field: K, value: Item[K] | null | undefined): this {
    return this.set(field, value, this.#origins[field] ?? field)
  }

  /** Appends to a list field, in order, leaving out absent and equal members. */
  add<K extends keyof Item>(
    field: K,
    value: NonNullable<Item[K]> extends readonly (infer M)[] ? M | null | undefined : never,
    from: string,
  ): this {
    if (isAbsent(value)) return this
    const member: unknown = typeof value === 'string' ? (value as string).trim() : value
    let members = this.#members.get(field)
    if (members === undefined || members.list !== (this.#fields[field] as unknown)) {
      members = { list: [...((this.#fields[field] ?? []) as unknown[])] }
      this.#members.set(field, members)
      this.#fields[field] = members.list as never
    }
    // most lists of a wire story hold one member, and one is looked for in none
    if (members.list.length > 0) {
      members.known ??= new Set(members.list.map(keyOf))
      const key = keyOf(member)
      if (members.known.has(key)) return this
      members.known.add(key)
    }
    members.list.push(member)
    this.#origins[field] ??= from
    return this
  }

  get<K extends keyof Item>(field: K): Item[K] | undefined {
    return this.#fields[field] as Item[K] | undefined
  }

  /** Where a field was read; undefined for one that has not been set. */
  origin(field: keyof Item): string | undefined {
    return this.#origins[field]
  }

  has(field: keyof Item): boolean {
    const value = this.#fields[field]
    // what is set is never blank; a list or an object may have been emptied since
    return typeof value === 'object' ? !isAbsent(value) : value !== undefined
  }

  remove(field: keyof Item): this {
    delete this.#fields[field]
    delete this.#origins[field]
    return this
  }

  warn(code: string, detail: string): this {
    if (!this.#warnings.some((known) => known.code === code && known.detail === detail)) {
      this.#warnings.push({ code, detail })
    }
    return this
  }

  /**
   * The finished item, which is the draft's own: nothing may be set any more. `type`, `uri`, `status` and `publishable` must
   * have been set, or have these defaults.
   */
  finish(authority?: string): ParsedItem {
    const fields = this.#fields
    if (fields.uri === undefined) throw new Error('an item needs a uri before it is finished')
    if (fields.type === undefined) this.set('type', 'text', 'default')
    if (fields.status === undefined) this.set('status', 'usable', 'default')
    if (fields.publishable === undefined) this.set('publishable', true, 'default')
    if (this.#warnings.length > 0) fields.warnings = this.#warnings
    const item = fields as Item
    const origins = this.#origins
    return authority === undefined ? { item, origins } : { item, origins, authority }
  }
}
