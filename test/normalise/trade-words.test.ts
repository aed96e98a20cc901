import { describe, expect, it } from 'vitest'
import { readBylines, titleCaseName } from '../../src/normalise/byline.ts'
import { findDateline, readDateline } from '../../src/normalise/dateline.ts'
import { readLanguage } from '../../src/normalise/language.ts'
import { readNotice } from '../../src/normalise/notices.ts'
import { splitEditorialNotes } from '../../src/normalise/notes.ts'
import { readSlug } from '../../src/normalise/slug.ts'
import { splitTail } from '../../src/normalise/tail.ts'
import { tidyText } from '../../src/normalise/text.ts'
import { readUrgency } from '../../src/normalise/urgency.ts'
import { slugFamilyUri } from '../../src/normalise/identity.ts'

describe('datelines', () => {
  it.each([
    [
      'NORTHPORT, Maine (AP) — Ferries',
      { text: 'NORTHPORT, Maine', city: 'Northport', region: 'Maine', country: 'United States' },
      'AP',
    ],
    ['LONDON (AP) _ Ferries', { text: 'LONDON', city: 'London', country: 'United Kingdom' }, 'AP'],
    ['Berlin (tca/dpa) - Fähren', { text: 'Berlin', city: 'Berlin', country: 'Germany' }, 'tca/dpa'],
    [
      'Paris, 21 jan 2019 (AFP) - Des ferries',
      { text: 'Paris, 21 jan 2019', city: 'Paris', country: 'France', date: '21 jan 2019' },
      'AFP',
    ],
    [
      'MARLTON, Mass.--(BUSINESS WIRE)--Dec 5, 2024--Example',
      {
        text: 'MARLTON, Mass.',
        city: 'Marlton',
        region: 'Massachusetts',
        country: 'United States',
        date: 'Dec 5, 2024',
      },
      'BUSINESS WIRE',
    ],
    [
      'SAITAMA, Japan, Dec. 9 Kyodo - Ferries',
      { text: 'SAITAMA, Japan, Dec. 9', city: 'Saitama', country: 'Japan', date: 'Dec. 9' },
      'Kyodo',
    ],
    [
      'MOSCOW, January 21. /TASS/. Ferries',
      { text: 'MOSCOW, January 21', city: 'Moscow', country: 'Russia', date: 'January 21' },
      'TASS',
    ],
    [
      '(ANSA) - ROME, JUL 11 - Ferries',
      { text: 'ROME, JUL 11', city: 'Rome', country: 'Italy', date: 'JUL 11' },
      'ANSA',
    ],
    ['Jan 3 (OPTA) - Results', { text: 'Jan 3', date: 'Jan 3' }, 'OPTA'],
    ['København /ritzau/: Færger', { text: 'København', city: 'København' }, 'ritzau'],
    ['TOKYO — Ferries', { text: 'TOKYO', city: 'Tokyo', country: 'Japan' }, undefined],
  ])('%s', (paragraph, dateline, agency) => {
    const found = findDateline(paragraph)
    expect(found?.dateline).toMatchObject(dateline)
    expect(found?.agency).toBe(agency)
    expect(paragraph.slice(found?.length)).toMatch(/^\p{L}/u)
  })

  it.each([
    'Sen. Pat Sample (D-Ohio) - who spoke',
    'FILE — The ferry',
    'The Harbor Board (HB) was founded.',
    'UPDATE - more to follow',
    'He said (laughing) - no.',
  ])('%s has none', (paragraph) => {
    expect(findDateline(paragraph)).toBeUndefined()
  })

  it('keeps a metadata dateline as printed and reads its parts', () => {
    expect(readDateline('NORTHPORT, Aug 29, 2014 (AFP) -')).toMatchObject({
      text: 'NORTHPORT, Aug 29, 2014 (AFP)',
      city: 'Northport',
      date: 'Aug 29, 2014',
    })
  })
})

describe('bylines', () => {
  it.each([
    [
      'By ADA TESTER and PAT O’SAMPLE',
      'AP Business Writers',
      [
        { name: 'Ada Tester', title: 'AP Business Writer', organisation: 'The Associated Press' },
        { name: 'Pat O’Sample', title: 'AP Business Writer', organisation: 'The Associated Press' },
      ],
    ],
    ['By The Associated Press', undefined, [{ name: 'The Associated Press', organisation: 'The Associated Press' }]],
    ['By BYRON MCTESTER', 'Associated Press', [{ name: 'Byron McTester', organisation: 'Associated Press' }]],
    [
      'Ada Tester, AP correspondent',
      undefined,
      [{ name: 'Ada Tester', title: 'AP correspondent', organisation: 'The Associated Press' }],
    ],
    [
      'By Pat Sample, Jr., Lee Invented and Ada Tester',
      undefined,
      [{ name: 'Pat Sample, Jr.' }, { name: 'Lee Invented' }, { name: 'Ada Tester' }],
    ],
    [
      'By PAT SAMPLE',
      'For The Associated Press',
      [{ name: 'Pat Sample', title: 'For The Associated Press', organisation: 'The Associated Press' }],
    ],
    ['Von Ada Tester, dpa', undefined, [{ name: 'Ada Tester', organisation: 'dpa' }]],
    ['By ADA TESTER--Par', undefined, [{ name: 'Ada Tester' }]],
  ])('%s, %s', (byline, title, people) => {
    expect(readBylines(byline, title)).toEqual(people)
  })

  it.each([
    ['LUDWIG VAN DER TESTER', 'Ludwig van der Tester'],
    ['ADA MACDONALD', 'Ada MacDonald'],
    ['ADA MACKEY', 'Ada Mackey'],
    ["JEAN-LUC D'EXEMPLE", "Jean-Luc D'Exemple"],
    ['J.R. SAMPLE III', 'J.R. Sample III'],
    ['ÉLODIE ÅSTRÖM', 'Élodie Åström'],
    ['Ada deTester', 'Ada deTester'],
  ])('%s is %s', (name, cased) => {
    expect(titleCaseName(name)).toBe(cased)
  })
})

describe('slugs', () => {
  it.each([
    [
      'BC-US--Harbor Closure-Ferry, 8th Ld-Writethru',
      {
        slug: 'US--Harbor Closure-Ferry',
        takeKey: '8th Ld-Writethru',
        cycle: 'BC',
        editorialType: 'writethru',
        family: 'harborclosureferry',
      },
    ],
    ['BC-US--HarborClosure-Ferry,8thLd-Writethru', { takeKey: '8thLd-Writethru', family: 'harborclosureferry' }],
    ['BC-10 Things to Know-Today', { slug: '10 Things to Know-Today', cycle: 'BC' }],
    ['AP-MI--2nd Right Now', { slug: 'MI--2nd Right Now' }],
    [
      'BC-EU--Ferries, Tides, and Ropes, 1st Ld',
      { slug: 'EU--Ferries, Tides, and Ropes', takeKey: '1st Ld', editorialType: 'lead' },
    ],
    ['BC-US--Harbor-Ferry, KILL', { editorialType: 'kill' }],
    ['BC-AP News Digest 10 am', { notPublishable: 'digest' }],
    ['BC-WA--Example Daybook', { notPublishable: 'daybook' }],
    ['BC-US--Harbor, ADVISORY', { notPublishable: 'advisory' }],
    ['BC-US--Travel Advisory', { slug: 'US--Travel Advisory' }],
  ])('%s', (raw, expected) => {
    expect(readSlug(raw)).toMatchObject(expected)
  })

  it('does not call a story about an advisory one', () => {
    expect(readSlug('BC-US--Travel Advisory').notPublishable).toBeUndefined()
    expect(readSlug('BC-US--Flu Test-Results').notPublishable).toBeUndefined()
  })

  it('gives one identity to every lead of a day', () => {
    const of = (raw: string): string =>
      slugFamilyUri({ agency: 'ap.org', day: '2026-03-12', family: readSlug(raw).family })
    expect(of('BC-US--Harbor-Ferry')).toBe(of('AP-US--Harbor-Ferry, 3rd Ld-Writethru'))
  })
})

describe('notices in prose', () => {
  it('reads a kill and what it names', () => {
    const text =
      'NEW YORK (AP) — Please kill the story Harbor-Ferry, V9991. The owner was misidentified. A kill is mandatory. Make certain the story is not used.'
    expect(readNotice({ headline: 'Kill', text })).toEqual({
      editorialType: 'kill',
      status: 'canceled',
      notPublishable: 'kill-notice',
      targets: [{ slug: 'Harbor-Ferry', transref: 'V9991' }],
    })
  })

  it.each([
    [{ text: 'KILL KILL KILL dpa 0123 (Ferries) must not be used' }, 'kill'],
    [{ text: 'HOLD HOLD HOLD dpa 0124 (Ferries)' }, 'withhold'],
    [{ text: 'Die Meldung dpa 0123 wird hiermit zurückgezogen.' }, 'kill'],
    [{ headline: 'ANNULATION - Les ferries' }, 'kill'],
    [{ text: 'Rogamos anulen la noticia sobre los transbordadores.' }, 'kill'],
    [{ text: 'Please disregard the earlier story slugged Harbor-Ferry.' }, 'disregard'],
    [{ headline: 'Correction: Harbor-Ferry story' }, 'correction'],
    [{ headline: 'CORRECTED-Ferry line loses a boat' }, 'correction'],
    [
      { text: 'In a story March 11 about ferries, The Associated Press reported erroneously that the boat sank.' },
      'correction',
    ],
    [{ editorialNote: 'Eds: CORRECTS: Name of the boat.' }, 'correction'],
    [{ headline: 'Clarification: Harbor-Ferry story' }, 'clarification'],
    [{ headline: 'ADVISORY: Ferry coverage' }, 'advisory'],
  ])('%o', (parts, type) => {
    expect(readNotice(parts)?.editorialType).toBe(type)
  })

  it.each([
    {
      headline: 'Senators kill the ferry bill',
      text: 'AUSTIN, Texas (AP) — Lawmakers killed the story of the year, a photo of which they withheld.',
    },
    { headline: 'Advisory board backs ferries', text: 'The board voted.' },
    { headline: 'Correctional officers strike', text: 'Guards walked out.' },
    { headline: 'Test match ends in draw', text: 'The captain said please hold the applause.' },
    {
      headline: 'Hold on to your hats',
      text: 'Wind is coming.',
      editorialNote: 'Eds: UPDATES: With comment. With AP Photos.',
    },
  ])('a story is no notice: %o', (parts) => {
    expect(readNotice(parts)).toBeUndefined()
  })
})

it('takes editor’s notes from the head, promotion and copyright from the end, and nothing else', () => {
  const paragraphs = [
    'Eds: UPDATES: With comment.',
    'First.',
    'Second.',
    '___',
    'Ada Tester in Example contributed to this report.',
    'Follow AP’s ferries coverage at https://example.org',
    'Copyright 2026 The Associated Press. All rights reserved.',
  ]
  const head = splitEditorialNotes(paragraphs)
  expect(head.note).toBe('Eds: UPDATES: With comment.')
  expect(splitTail(head.body)).toEqual({
    body: ['First.', 'Second.', '___', 'Ada Tester in Example contributed to this report.'],
    notes: ['Follow AP’s ferries coverage at https://example.org'],
    copyrightNotice: 'Copyright 2026 The Associated Press. All rights reserved.',
  })
})

it('undoes double encoding only where nothing contradicts it', () => {
  expect(tidyText('Itâ€™s a cafÃ©')).toBe('It’s a café')
  expect(tidyText('Ã© and ü')).toBe('Ã© and ü')
  expect(tidyText('it\u0092s\r\nso')).toBe('it’s\nso')
})

it('reads urgencies and languages in the agencies’ ways', () => {
  expect([
    readUrgency('4'),
    readUrgency('b', 'anpa'),
    readUrgency('b'),
    readUrgency('0'),
    readUrgency('flash'),
  ]).toEqual([4, 2, undefined, undefined, 1])
  expect([
    readLanguage('EN_us'),
    readLanguage('ger'),
    readLanguage('Svenska'),
    readLanguage('nb-NO'),
    readLanguage('x'),
  ]).toEqual(['en-US', 'de', 'sv', 'nb-NO', undefined])
})
