import type { StoryCopies, StoryCopy } from '../store/copies/read.ts'
import { safe, safeLines } from './print/paint.ts'
import type { Paint } from './print/paint.ts'
import { facts } from './print/table.ts'
import { count, moment } from './print/words.ts'
import { wrap } from './print/width.ts'
import type { Terminal } from './verb.ts'

const percent = (part: number): string => `${Math.round(part * 100)} %`

/** Says that the agency has closed the story of which this is a copy; undefined when it has not. */
export function copyWarning(
  story: { readonly copies: StoryCopies; readonly status: string },
  paint: Paint,
): string | undefined {
  const { closed, canonicalStory } = story.copies
  if (closed === null || story.status === 'canceled' || story.status === 'withheld') return undefined
  const word = closed === 'canceled' ? 'killed' : 'withheld'
  return paint('red', `of story ${canonicalStory}, which was ${word}: do not print unseen`)
}

/** Which outlets carry the text and how much of it; with the shared passages when they are asked for. */
export function copySection(copies: StoryCopies, terminal: Terminal, withPassages: boolean): string[] {
  if (copies.others.length === 0) return []
  const { paint } = terminal
  const members = copies.others.filter((other) => other.place !== null).length
  const title =
    members === 0
      ? 'Shares text with other outlets'
      : `Also carried by ${count(members, 'other story', 'other stories')}`
  const stands = copies.place === 1 ? `  This one stands for them: ${copies.canonicalReason}.` : undefined
  return [
    [paint('bold', title), stands].filter((line) => line !== undefined).join('\n'),
    ...copies.others.map((copy) => copyLines(copy, copies, terminal, withPassages)),
  ]
}

function copyLines(
  copy: StoryCopy,
  { canonicalStory, canonicalReason }: StoryCopies,
  { paint, columns }: Terminal,
  withPassages: boolean,
): string {
  const closed = copy.status === 'canceled' || copy.status === 'withheld' ? paint('red', `  ${copy.status}`) : ''
  const measures =
    copy.ownPart === null || copy.otherPart === null
      ? undefined
      : `${percent(copy.ownPart)} of this text there, ${percent(copy.otherPart)} of that text here`
  return [
    `  ${copy.relation ?? 'same group'}  story ${copy.storyId}  ${safe(copy.outlet)}${closed}`,
    facts(
      [
        ['headline', safe(copy.headline ?? copy.uri)],
        ['changed', moment(copy.changedAt)],
        ['measure', measures],
        ['because', safe(copy.reasons.join('; '))],
        ['stands for all', copy.storyId === canonicalStory ? (canonicalReason ?? undefined) : undefined],
        [
          'passages',
          withPassages
            ? copy.passages
                .map(({ text }) => wrap(safeLines(text).replaceAll('\n', ' '), columns - 20).join('\n'))
                .join('\n\n')
            : undefined,
        ],
      ],
      paint,
      '    ',
    ),
  ].join('\n')
}
