import type { NormalisedCaption } from './normalise.ts'
import { chooseRicher } from './richer.ts'

/** One wording of a caption, in however many stories it stands so. */
export interface CaptionForm {
  readonly id: number
  readonly normal: NormalisedCaption
  /** What keeps equal words apart; the last resort of every order, so that none depends on numbers. */
  readonly signature: string
  /** Hashes of its runs of words; see `shingles`. */
  readonly shingles: readonly number[]
  /** Ids of the pictures it stands under; see `pictureIdentity`. */
  readonly pictures: readonly string[]
  /** Never compared: site furniture, headlines. */
  readonly apart: boolean
  /** The head of its family as far as known; undefined for a form nobody has placed. */
  readonly head: number | undefined
  /** Whether it is one that others are compared with, as far as known; see `isAnchor`. */
  readonly anchor: boolean
}

/**
 * Others are compared with the richest of a family, and with a wording that came to it by its picture or by hand: it
 * has a line of its own, which the richest does not hold.
 */
export function isAnchor(relation: string): boolean {
  return relation === 'first' || relation === 'version' || relation === 'hand'
}

/** A run of words that more forms hold than this tells nothing: a template, an event of the day. */
export const commonShingle = 128
/** A picture id under which more different wordings stand than this is not that of one picture: a gallery's, a logo. */
export const mostWordingsOfPicture = 12

/**
 * The forms a batch has to do with, found by shared runs of words, by pictures, and by what people decided. Filled by
 * whoever can look them up; asked by `settleFamilies`.
 */
export class CaptionWorld {
  readonly forms = new Map<number, CaptionForm>()
  /** Forms whose surroundings have been looked up. */
  readonly surveyed = new Set<number>()
  private readonly common = new Set<number>()
  /** Answers of `neighbours`, until another form or run of words is known. */
  private readonly shared = new Map<number, Map<number, number>>()
  private readonly byHash = new Map<number, Set<number>>()
  private readonly byPicture = new Map<string, Set<number>>()
  private readonly families = new Map<number, Set<number>>()
  private readonly joined = new Map<number, Set<number>>()
  private readonly split = new Map<number, Set<number>>()

  add(form: CaptionForm): void {
    this.shared.clear()
    this.forms.set(form.id, form)
    if (form.head !== undefined) put(this.families, form.head, form.id)
    if (form.apart) return
    for (const hash of form.shingles) put(this.byHash, hash, form.id)
    for (const picture of form.pictures) put(this.byPicture, picture, form.id)
  }

  /** What people decided about two forms. */
  decide(kind: 'merge' | 'split', a: number, b: number): void {
    const pairs = kind === 'merge' ? this.joined : this.split
    put(pairs, a, b)
    put(pairs, b, a)
  }

  /** Notes that a run of words stands in so many forms that they were not looked up. */
  markCommon(hash: number): void {
    this.shared.clear()
    this.common.add(hash)
  }

  /** Forms that share runs of words, with how much that tells: a run that few hold tells more. */
  neighbours(form: CaptionForm): ReadonlyMap<number, number> {
    const known = this.shared.get(form.id)
    if (known !== undefined) return known
    const shared = new Map<number, number>()
    this.shared.set(form.id, shared)
    if (form.apart) return shared
    for (const hash of form.shingles) {
      const holders = this.byHash.get(hash)
      if (holders === undefined || this.common.has(hash)) continue
      const told = 1 / holders.size
      for (const id of holders) if (id !== form.id) shared.set(id, (shared.get(id) ?? 0) + told)
    }
    return shared
  }

  /** Forms that hold a run of words, whether or not anything else of them is known. */
  post(hash: number, ids: readonly number[]): void {
    this.shared.clear()
    for (const id of ids) put(this.byHash, hash, id)
  }

  /** Forms under the same picture, with its id. A picture of too many wordings vouches for none. */
  underSamePicture(form: CaptionForm): Map<number, string> {
    const found = new Map<number, string>()
    if (form.apart) return found
    for (const picture of form.pictures) {
      const forms = this.byPicture.get(picture)
      if (forms === undefined || forms.size > mostWordingsOfPicture) continue
      for (const id of forms) if (id !== form.id && !found.has(id)) found.set(id, picture)
    }
    return found
  }

  /** Forms of the family of this head, as it was before. */
  membersOf(head: number): ReadonlySet<number> {
    return this.families.get(head) ?? nobody
  }

  joinedTo(id: number): ReadonlySet<number> {
    return this.joined.get(id) ?? nobody
  }

  splitFrom(id: number): ReadonlySet<number> {
    return this.split.get(id) ?? nobody
  }
}

const nobody: ReadonlySet<number> = new Set()

function put<K>(map: Map<K, Set<number>>, key: K, id: number): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, new Set([id]))
  else known.add(id)
}

/** Sorts forms, the richest first. Told by what they say alone, never by when they came. */
export function byRichness(a: CaptionForm, b: CaptionForm): number {
  if (a.id === b.id) return 0
  const [one, other] = [chooseRicher(a.normal, b.normal), chooseRicher(b.normal, a.normal)]
  if (one !== other) return one === 'a' ? -1 : 1
  const [left, right] = [`${a.normal.key} ${a.signature}`, `${b.normal.key} ${b.signature}`]
  if (left !== right) return left < right ? -1 : 1
  return a.id - b.id
}
