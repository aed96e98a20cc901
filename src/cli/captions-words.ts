import type { CaptionFamily, FamilyDecision, FamilyMember } from '../store/families/read.ts'
import type { Paint } from './print/paint.ts'
import { safe } from './print/paint.ts'
import { facts } from './print/table.ts'
import { cut, wrap } from './print/width.ts'
import { count, moment } from './print/words.ts'
import type { Terminal } from './verb.ts'

/** A caption across stories in words. */
export function familyPage(family: CaptionFamily, terminal: Terminal): string {
  const { paint, columns } = terminal
  const { stories, outlets, captions } = family
  return [
    paint('bold', wrap(safe(family.text), columns).join('\n')),
    facts(
      [
        ['family', `${family.id}${family.furniture ? paint('yellow', '  furniture of a site, no caption') : ''}`],
        ['credit', safe([family.credit, ...family.flags].filter(Boolean).join(', '))],
        ['by', safe([family.photographer, family.agency].filter(Boolean).join(', '))],
        ['pictures', safe(family.mediaUris.join('\n'))],
        ['stands in', `${count(stories, 'story', 'stories')} of ${count(outlets, 'outlet')}`],
        ['first seen', moment(family.createdAt)],
        ['changed', moment(family.changedAt)],
        ['took in', family.absorbed.map(({ id, at }) => `family ${id} at ${moment(at)}`).join('\n')],
      ],
      paint,
    ),
    paint('bold', count(captions, 'caption')),
    ...family.members.map((member) => memberLines(member, paint)),
    ...(captions > family.members.length ? [`and ${captions - family.members.length} more`] : []),
    ...family.related.map(
      ({ id, text, reasons }) => `Related: family ${id}, ${reasons}\n  ${cut(safe(text), Math.max(40, columns - 2))}`,
    ),
    ...family.decisions.map(decisionLine),
  ].join('\n\n')
}

function memberLines(member: FamilyMember, paint: Paint): string {
  const { captionId, storyId, outlet, uri, relation, reasons, mentions } = member
  return [
    `${paint('bold', `caption ${captionId}`)}  ${relation}: ${safe(reasons)}`,
    facts(
      [
        ['story', `${storyId}  ${safe(uri)}`],
        ['outlet', safe(outlet)],
        [
          `seen ${count(mentions.length, 'time')}`,
          mentions.map(({ revision, position, raw }) => `#${revision}.${position} ${safe(raw)}`).join('\n'),
        ],
      ],
      paint,
      '    ',
    ),
  ].join('\n')
}

function decisionLine({ kind, captionA, captionB, by, at, reason, supersededAt }: FamilyDecision): string {
  const what = kind === 'split' ? `caption ${captionA} split from` : `caption ${captionA} merged with`
  const held = supersededAt === null ? '' : `, until ${moment(supersededAt)}`
  return `By hand: ${what} ${captionB} by ${safe(by)} at ${moment(at)}${held}${reason === '' ? '' : `: ${safe(reason)}`}`
}
