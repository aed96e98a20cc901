import type { EditorialType } from '../story/item.ts'

// one word of a take; a take is one to three of them joined by blanks or hyphens, with an ordinal before
const word = String.raw`(?:Ld|Lead|Writethru|Write-thru|WRITETHRU|Add|Adds|Sub|Subs|Insert|Pickup|Takes?|Optional|Bulletin|Urgent|Flash|NewsAlert|News Alert|Alert|ADVISORY|Advisory|ABRIDGED|Abridged|ADV\w{0,6}|Adv\w{0,6}|HFR|Hold ?For ?Release|Correction|CORRECTION|Corrective|CORRECTIVE|Clarification|CLARIFICATION|KILL|Kill|WITHHOLD|Withhold|ELIMINATION|Elimination|DISREGARD|Disregard|Photos?|Updates?)`
const ordinal = String.raw`\d{1,3}(?:st|nd|rd|th)`
const take = new RegExp(String.raw`^(?:(?:${ordinal}|\d{1,3})[ -]?)?${word}(?:[ -]${word}){0,2}$`, 'i')
// without a comma only the forms that nothing else can be: "WildCardGlance 2ndLd-Writethru"
const bareTake = new RegExp(
  String.raw`\s((?:${ordinal}[ -]?(?:Ld|Lead|Add|Sub|Takes?|Writethru)|Ld|Writethru)(?:-Writethru)?)$`,
  'i',
)

/** Splits a slug at the last comma that a take follows; a comma may also stand in the words. */
export function splitTake(slug: string): { words: string; take?: string } {
  const comma = slug.lastIndexOf(',')
  if (comma >= 0) {
    const tail = slug.slice(comma + 1).trim()
    if (take.test(tail)) return { words: slug.slice(0, comma), take: tail }
    // the word count of ANPA's furniture line may follow the take
    const before = slug.slice(0, comma)
    if (/^\d{1,5}$/.test(tail) && before !== '') return splitTake(before)
  }
  const bare = bareTake.exec(slug)
  if (bare?.[1] !== undefined) return { words: slug.slice(0, bare.index), take: bare[1] }
  return { words: slug }
}

const kinds: readonly (readonly [RegExp, EditorialType])[] = [
  [/kill/i, 'kill'],
  [/withhold/i, 'withhold'],
  [/eliminat/i, 'elimination'],
  [/disregard/i, 'disregard'],
  [/correct/i, 'correction'],
  [/clarif/i, 'clarification'],
  [/advisory/i, 'advisory'],
  [/writethru|write-thru/i, 'writethru'],
  [/\b(?:\d{1,3}(?:st|nd|rd|th)\s?)?(?:ld|lead)\b|\dld$/i, 'lead'],
  [/adds?\b/i, 'add'],
  [/subs?\b/i, 'sub'],
  [/takes?\b/i, 'take'],
  [/news ?alert|flash|alert/i, 'alert'],
  [/\badv|hfr|hold ?for ?release/i, 'hold-for-release'],
  [/update/i, 'update'],
]

/** What kind of filing a take says this is. */
export function readTake(text: string): EditorialType | undefined {
  return kinds.find(([pattern]) => pattern.test(text))?.[1]
}
