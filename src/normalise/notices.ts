import type { EditorialType, NotPublishable, Status } from '../story/item.ts'
import { readTargets } from './notice-targets.ts'
import type { NoticeTarget } from './notice-targets.ts'
import { foldSpace } from './text.ts'
import { searchFor } from './trigger-search.ts'

export interface Notice {
  readonly editorialType?: EditorialType
  /** What the story named, or the chain the notice belongs to, becomes. */
  readonly status?: Status
  readonly notPublishable?: NotPublishable
  /** The stories that a kill, withhold or disregard names, by slug and transmission number. */
  readonly targets?: readonly NoticeTarget[]
}

export interface NoticeParts {
  readonly headline?: string | undefined
  readonly text?: string | undefined
  readonly editorialNote?: string | undefined
  readonly slug?: string | undefined
}

interface Rule {
  readonly outcome: Omit<Notice, 'targets'>
  /** Anywhere in an editor's note, or in the first words of a text. Idioms that only desks use. */
  readonly prose?: RegExp
  /** In lower case, words of which every match of `prose` begins one: looking for them is far cheaper than `prose`. */
  readonly triggers?: readonly string[]
  /** At the beginning of a headline. */
  readonly headline?: RegExp
  /** Anywhere in an editor's note only. */
  readonly note?: RegExp
}

const kill: Omit<Notice, 'targets'> = { editorialType: 'kill', status: 'canceled', notPublishable: 'kill-notice' }
const withhold: Omit<Notice, 'targets'> = {
  editorialType: 'withhold',
  status: 'withheld',
  notPublishable: 'withhold-notice',
}
const thing = String.raw`(?:stor(?:y|ies)|photos?|pictures?|images?|graphics?|videos?|items?|captions?|report|file|series|article|dispatch)`

// The strongest first: what must not be printed outranks what was merely mended.
const rules: readonly Rule[] = [
  {
    outcome: kill,
    triggers: ['kill', 'meldung', 'bitte', 'veuillez', 'prière', 'dépêche', 'rogamos', 'por favor', 'anulad'],
    prose: new RegExp(
      String.raw`\b(?:please |must |editors:? |desks:? )kill (?:BC-|AP-|(?:[\w'’-]{1,30} ){0,4}${thing}\b)|\ba kill is mandatory\b|\bKILL KILL\b|\bmandatory (?:picture |photo |story |caption )?kill\b|\b(?:picture|photo|story|video|graphic) kill\b|^kill (?:the|this) ${thing}\b|\bdie Meldung\b.{0,120}\b(?:ist|wird|wurde)\b.{0,20}\bzurückgezogen\b|\bbitte\b.{0,40}\bnicht (?:mehr )?verwenden\b|\b(?:veuillez|prière d[e'’]) ?(?:ne pas utiliser|annuler|supprimer)\b|\bcette dépêche (?:est )?annulée?\b|\b(?:rogamos|por favor),? (?:anulen|anular|eliminen|no utilicen|no usar)\b|\bqueda anulad[ao]\b`,
      'iu',
    ),
    headline:
      /^\W{0,4}(?:KILL\b|Kill(?:\s?:|\s-|\snotice)|MANDATORY KILL|PICTURE KILL|PHOTO KILL|STORY KILL|ANNULATION\b|ANNULÉE?\b|ANULAD[AO]\b|ANULACIÓN\b|ZURÜCKGEZOGEN\b|RÜCKRUF\b|RÜCKZUG\b)/u,
    note: /\b(?:KILL|KILLS|KILLED)\b(?!\s+(?:FEE|ZONE))|\bThis (?:story|photo|item) has been killed\b/,
  },
  {
    outcome: { editorialType: 'elimination', status: 'canceled', notPublishable: 'kill-notice' },
    triggers: ['eliminat'],
    prose: new RegExp(
      String.raw`\bplease eliminate\b|\bmandatory elimination\b|^eliminate the ${thing}\b|\b(?:picture|photo) elimination\b`,
      'i',
    ),
    headline: /^\W{0,4}(?:ELIMINATION\b|ELIMINATE\b|Elimination(?:\s?:|\s-))/,
    note: /\bELIMINAT(?:E|ES|ED|ION)\b/,
  },
  {
    outcome: withhold,
    triggers: ['please ', 'hold hold', 'withhold', 'veuillez', 'prière', 'bitte'],
    prose: new RegExp(
      String.raw`\bplease (?:withhold|hold) (?:BC-|AP-|(?:[\w'’-]{1,30} ){0,4}${thing}\b)|\bHOLD HOLD\b|\bwithhold (?:the|this) ${thing}\b|\b(?:veuillez|prière de) (?:suspendre|retenir)\b|\bbitte zurückhalten\b`,
      'iu',
    ),
    headline: /^\W{0,4}(?:WITHHOLD\b|Withhold(?:\s?:|\s-)|HOLD\b(?!\s+(?:ON|THE)\b))/,
    note: /\bWITHHOLD(?:S|ING)?\b/,
  },
  {
    outcome: { editorialType: 'disregard', status: 'canceled', notPublishable: 'kill-notice' },
    triggers: ['disregard', 'bitte', 'prière', 'favor de'],
    prose: new RegExp(
      String.raw`\bplease disregard (?:BC-|AP-|(?:[\w'’-]{1,30} ){0,4}${thing}\b)|^disregard (?:the|this|previous|earlier)\b|\bbitte ignorieren\b|\bprière d[e'’] ?ignorer\b|\bfavor de ignorar\b`,
      'iu',
    ),
    headline: /^\W{0,4}(?:DISREGARD\b|Disregard(?:\s?:|\s-))/,
    note: /\bDISREGARD\b/,
  },
  {
    outcome: { notPublishable: 'test' },
    triggers: ['is a test', 'only a test', 'test message', 'test transmission'],
    headline:
      /^\W{0,4}(?:TEST(?:\s?[:–—-]|\s*$|\s+TEST\b|\s+(?:MESSAGE|ONLY|STORY|PLEASE))|This is (?:only )?a test\b|Test (?:message|only|story)\b)/,
    prose:
      /^\W{0,4}(?:this is (?:only )?a test (?:message|story|transmission|of the)|test (?:message|transmission),? please (?:ignore|disregard))/i,
  },
  {
    outcome: { editorialType: 'correction' },
    triggers: ['erroneous', 'incorrectly', 'misidentified', 'misstated', 'corrected version', 'corrects'],
    prose:
      /^\W{0,4}(?:In an? (?:\w+ )?(?:story|stories|report|photo caption|graphic|caption|item) .{0,200}\b(?:reported erroneously|erroneously reported|incorrectly (?:reported|stated|identified)|misidentified|misstated)\b|A corrected version of (?:the|this) story\b|\(?(?:This version|This story) corrects\b|\(?corrects\b)|\bA corrected version of the (?:story|photo|graphic) (?:is|appears) below\b/iu,
    headline:
      /^\W{0,4}(?:CORRECT(?:ION|ED|IVE|S)\b|Correct(?:ion|ed|ive)(?:\s?[:–—-])|BERICHTIGUNG\b|Berichtigung\s?[:–—-]|KORREKTUR\b|Korrektur\s?[:–—-]|KORRIGIERT\b|RECTIFICATI(?:F|ON)\b|Rectificatif\s?[:–—-]|CORRECCI[ÓO]N\b|Corrección\s?[:–—-]|RECTIFICACI[ÓO]N\b|RETTELSE\b|RÄTTELSE\b|Rättelse\s?[:–—-]|Rettelse\s?[:–—-]|CORREZIONE\b|RETTIFICA\b|CORRECTIE\b|KORJAUS\b|CORRE[ÇC][ÃA]O(?![\p{L}])|Correção\s?[:–—-]|KOREKTA\b|SPROSTOWANIE\b|OPRAVA\b|ISPRAVAK\b|DÜZELTME\b|ПОПРАВКА(?![\p{L}])|ИСПРАВЛЕНИЕ(?![\p{L}])|ВИПРАВЛЕННЯ(?![\p{L}])|HELYESBÍTÉS\b|PEMBETULAN\b|KOREKSI\b|【?(?:訂正|更正)[】：:]|\[정정\])/u,
    note: /\bcorrect(?:s|ed|ion|ive)\b|^(?:eds?:? ?)?corrects\b|\bA corrected version\b|\bBerichtigung\b|\bberichtigt\b|\bRectificatif\b|\bCorrige\b|^\W{0,4}(?:correcci[óo]n|corre[çc][ãa]o|correzione|rettifica|rättelse|rettelse|korjaus|correctie|korekta|sprostowanie|oprava|ispravak|düzeltme|поправка|исправление|pembetulan|koreksi|helyesbítés|訂正|更正|정정)(?![\p{L}])/iu,
  },
  {
    outcome: { editorialType: 'clarification' },
    headline: /^\W{0,4}(?:CLARIFICATION\b|Clarification(?:\s?[:–—-])|KLARSTELLUNG\b|PRÉCISION\b)/u,
    note: /\bCLARIF(?:IES|ICATION)\b/,
  },
  {
    outcome: { editorialType: 'advisory', notPublishable: 'advisory' },
    triggers: ['editors', 'news directors', 'subscribers', 'members'],
    headline:
      /^\W{0,4}(?:(?:(?:COVERAGE|PHOTO|VIDEO|EDITORS?|SERVICE|GRAPHICS?) )?ADVISORY\b(?!\s+(?:BOARD|PANEL|COMMITTEE|COUNCIL))|Advisory to (?:editors|members|subscribers)|(?:Coverage|Photo|Video|Editors?['’]?|Service) advisory\b|Note to editors\b|NOTE TO EDITORS\b)/,
    prose:
      /^\W{0,4}(?:Editors|Editors\/News Directors|News Directors|Managing Editors|Subscribers|Members|Wire Editors|Photo Editors)(?:,| and [\w ]{2,30})?\s?(?::|—|--)/,
  },
]

const isHeld = /^(?!.{0,2000}\bKILL)\W{0,4}HOLD HOLD\b/u

const triggerSearch = searchFor(rules.flatMap(({ triggers = [] }) => triggers))

/** The beginnings of all notices: one look tells that a headline is that of a story. */
const noticeHeadline = new RegExp(rules.flatMap(({ headline }) => headline?.source ?? []).join('|'), 'u')

/** What the rules that were triggered are tried on, and which those are; undefined for the text of a story. */
function triggeredBy(text: string): { words: string; triggers: ReadonlySet<string> } | undefined {
  if (!triggerSearch.isIn(text)) return undefined
  const words = foldSpace(text)
  return { words, triggers: triggerSearch.findIn(words.toLowerCase()) }
}

/**
 * Reads what a filing is from its prose, for agencies and times that say it in words only: kills, withholds, eliminations,
 * disregards, tests, corrections, advisories; in English, German, French and Spanish. Undefined for an ordinary story.
 * A story about a correction or a kill is none: only idioms of the desk count, and only where the desk writes them.
 */
export function readNotice(parts: NoticeParts): Notice | undefined {
  const headline = foldSpace(parts.headline?.slice(0, 300) ?? '')
  const note = foldSpace(parts.editorialNote?.slice(0, 2_000) ?? '')
  // a notice says what it is at once
  const opening = triggeredBy(parts.text?.slice(0, 700) ?? '')
  if (note === '' && opening === undefined && !noticeHeadline.test(headline)) return undefined
  const told = [triggeredBy(note), opening]
  for (const { outcome, headline: inHeadline, prose, triggers = [], note: inNote } of rules) {
    const found =
      inHeadline?.test(headline) === true ||
      (note !== '' && inNote?.test(note) === true) ||
      told.some(
        (text) =>
          text !== undefined && triggers.some((trigger) => text.triggers.has(trigger)) && prose?.test(text.words),
      )
    // "HOLD HOLD HOLD: bitte nicht verwenden": what is held back may come yet, whatever else the desk says of it
    if (!found || (outcome === kill && isHeld.test(note))) continue
    if (outcome.status === undefined) return outcome
    const targets = readTargets([headline, note, foldSpace(parts.text?.slice(0, 2_000) ?? '')].join(' \n '))
    return targets.length > 0 ? { ...outcome, targets } : outcome
  }
  return undefined
}
