import { mayBeOne } from './may-be-one.ts'
import type { NormalisedCaption } from './normalise.ts'

/** One wording of a caption, in however many stories it stands so. */
export interface CaptionForm {
  readonly id: number
  readonly normal: NormalisedCaption
  /** Key by the rules under which it is stored. */
  readonly key: string
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
/** Forms that share runs of words and are looked at, at most: those whose runs tell most. */
const mostNear = 60
/** When so many forms are found by runs that few hold, those that many hold bring in no more. */
const enoughNeighbours = 150

/** A form that shares runs of words with another one. */
export interface Neighbour {
  readonly id: number
  /** How much the shared runs tell: each one divided by the number of forms that hold it. */
  readonly tells: number
}

/**
 * The forms a batch has to do with, found by shared runs of words, by pictures, and by what people decided. Filled by
 * whoever can look them up; asked by `settleFamilies`.
 */
export class CaptionWorld {
  readonly forms = new Map<number, CaptionForm>()
  /** Forms whose surroundings have been looked up. */
  readonly surveyed = new Set<number>()
  private readonly common = new Set<number>()
  private readonly shared = new Map<number, readonly Neighbour[]>()
  private readonly alike = new Map<number, readonly CaptionForm[]>()
  /** Lists, for a batch has thousands of runs and most stand in a few forms. */
  private readonly byHash = new Map<number, number[]>()
  private readonly byPicture = new Map<string, Set<number>>()
  private readonly families = new Map<number, Set<number>>()
  private readonly joined = new Map<number, Set<number>>()
  private readonly split = new Map<number, Set<number>>()

  add(form: CaptionForm): void {
    this.forms.set(form.id, form)
    if (form.head !== undefined) put(this.families, form.head, form.id)
    if (form.apart) return
    for (const hash of form.shingles) this.hold(hash, form.id)
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
    this.common.add(hash)
  }

  /**
   * Forms that share runs of words, those first whose runs tell most: a run that few hold tells more. Asked when all
   * runs of the form have been looked up; the answer then stays.
   */
  neighbours(form: CaptionForm): readonly Neighbour[] {
    const known = this.shared.get(form.id)
    if (known !== undefined) return known
    const found: Neighbour[] = []
    if (!form.apart) for (const [id, tells] of this.weighNeighbours(form)) found.push({ id, tells })
    found.sort((a, b) => b.tells - a.tells || a.id - b.id)
    this.shared.set(form.id, found)
    return found
  }

  private weighNeighbours(form: CaptionForm): Map<number, number> {
    const shared = new Map<number, number>()
    const held: { hash: number; holders: readonly number[] }[] = []
    for (const hash of form.shingles) {
      const holders = this.byHash.get(hash)
      if (holders !== undefined && !this.common.has(hash)) held.push({ hash, holders })
    }
    held.sort((a, b) => a.holders.length - b.holders.length || a.hash - b.hash)
    for (const { holders } of held) {
      const full = shared.size >= enoughNeighbours
      const told = 1 / holders.length
      for (const id of holders) {
        const before = shared.get(id)
        if (before !== undefined) shared.set(id, before + told)
        else if (!full && id !== form.id) shared.set(id, told)
      }
    }
    return shared
  }

  /**
   * Forms that may be one with a surveyed form, those first whose shared runs of words tell most. Told once: what
   * other surveys bring in later stands too far from it, and a crowd of look-alikes is looked through only once.
   */
  lookAlikes(form: CaptionForm): readonly CaptionForm[] {
    const known = this.alike.get(form.id)
    if (known !== undefined) return known
    const alike: CaptionForm[] = []
    let looked = 0
    for (const equals of this.nearest(form)) {
      const places = mostNear - looked
      looked += equals.length
      // what the last one tells is told by others of its kind as well: the name decides among them
      const taken = equals.length > places ? equals.sort(byName).slice(0, places) : equals
      const some = taken.filter((other) => mayBeOne(form.normal, other.normal))
      alike.push(...(equals.length > places ? some : some.sort(byName)))
      if (looked >= mostNear) break
    }
    this.alike.set(form.id, alike)
    return alike
  }

  /** Neighbours that were loaded, those that tell equally much together, the most telling first. */
  private *nearest(form: CaptionForm): Iterable<CaptionForm[]> {
    let equals: CaptionForm[] = []
    let told: number | undefined
    for (const { id, tells } of this.neighbours(form)) {
      const other = this.forms.get(id)
      if (other === undefined) continue
      if (tells !== told && equals.length > 0) {
        yield equals
        equals = []
      }
      told = tells
      equals.push(other)
    }
    if (equals.length > 0) yield equals
  }

  /** Forms that hold a run of words, whether or not anything else of them is known. */
  post(hash: number, ids: readonly number[]): void {
    for (const id of ids) this.hold(hash, id)
  }

  private hold(hash: number, id: number): void {
    const known = this.byHash.get(hash)
    if (known === undefined) this.byHash.set(hash, [id])
    else if (!known.includes(id)) known.push(id)
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
  const [left, right] = [rankOf(a.normal), rankOf(b.normal)]
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return right[at]! - left[at]!
  if (a.normal.text !== b.normal.text) return a.normal.text > b.normal.text ? -1 : 1
  return byName(a, b) || a.id - b.id
}

function byName(a: CaptionForm, b: CaptionForm): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  if (a.signature === b.signature) return 0
  return a.signature < b.signature ? -1 : 1
}

const ranks = new WeakMap<NormalisedCaption, readonly number[]>()

/** The order of `chooseRicher`, worked out once: it is asked for a form as often as the form is looked at. */
function rankOf(caption: NormalisedCaption): readonly number[] {
  const known = ranks.get(caption)
  if (known !== undefined) return known
  const { weight, dates, weekdays, truncated, photographers, agencies, text } = caption
  const rank = [weight, dates.length + weekdays.length, truncated ? 0 : 1, photographers.length + agencies.length]
  rank.push(text.length)
  ranks.set(caption, rank)
  return rank
}

/** True when two normal forms of the same words compare alike: a credit that is printed otherwise changes nothing. */
export function comparesAlike(a: NormalisedCaption, b: NormalisedCaption): boolean {
  return (
    a.text === b.text &&
    a.key === b.key &&
    a.weight === b.weight &&
    a.photographers.join() === b.photographers.join() &&
    a.agencies.join() === b.agencies.join()
  )
}
