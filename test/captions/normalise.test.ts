import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { captionNormaliserVersion, normaliseCaption } from '../../src/captions/normalise.ts'

const text = (raw: string): string => normaliseCaption(raw).text

describe('what is no part of a caption comes off', () => {
  const plain = 'A boat lies on the beach in Larkhill.'

  it.each([
    `hide caption toggle caption ${plain}`,
    `Image 3 of 12 ${plain}`,
    `[1/5] ${plain}`,
    `1of4${plain}`,
    `7 of 10 | ${plain} Read More`,
    `${plain} Share`,
    `${plain} 2:58`,
    `02:58 ${plain}`,
    `VIDEO: ${plain}`,
    `Bild vergrößern ${plain}`,
    `Agrandir l'image ${plain}`,
    `Ampliar foto ${plain}`,
    `Förstora bilden ${plain}`,
    `View image in fullscreen ${plain}`,
    `a boat on a beach: ${plain}`,
    `${plain} TPX IMAGES OF THE DAY`,
    `${plain} REUTERS/Ana Ruiz Purchase Licensing Rights, opens new tab`,
    `${plain} ATTENTION EDITORS - THIS IMAGE WAS PROVIDED BY A THIRD PARTY.`,
    `FILE - ${plain} (AP Photo/Ana Ruiz, File)`,
    `FILE PHOTO: ${plain} REUTERS/Ana Ruiz`,
    `${plain} ${plain} Photo: Ana Ruiz, AP / Copyright 2019 The Associated Press. All rights reserved.`,
    `<p>A boat&nbsp;lies on the <b>beach</b> in Larkhill.</p>`,
    `A boat lies on the beach in Lark\u200bhill.`,
    `(${'Symbolbild'}) ${plain}`,
  ])('%s', (raw) => {
    expect(text(raw)).toBe(plain)
    expect(normaliseCaption(raw).key).toBe(normaliseCaption(plain).key)
  })

  it('and is listed', () => {
    expect(normaliseCaption(`Image 1 of 2 ${plain} (AP Photo/Ana Ruiz)`).peeled).toEqual([
      'Image 1 of 2',
      'AP Photo/Ana Ruiz',
    ])
  })

  it.each([
    '3 of 5 hostages were released in Larkhill.',
    'He ran the race in 2:58',
    'The couple had nothing left to share',
    'Play resumes at the Larkhill Open.',
    'A river runs through it: Larkhill after the flood.',
    'FILE cabinets are carried out of the town hall.',
    'Copyright lawyer Ana Ruiz talks to reporters in Larkhill.',
  ])('but not: %s', (raw) => {
    expect(text(raw)).toBe(raw)
  })
})

describe('the parts of a caption', () => {
  it('are found and split', () => {
    const caption = normaliseCaption(
      'FILE - In this Nov. 5, 2019 file photo, Ana Ruiz and 3,000 others march in Larkhill, Maine. (AP Photo/Tom Lee, Pool, File)',
    )
    expect(caption).toMatchObject({
      version: captionNormaliserVersion,
      text: 'Ana Ruiz and 3,000 others march in Larkhill, Maine.',
      dates: [{ year: 2019, month: 11, day: 5 }],
      numbers: ['3000'],
      photographers: ['Tom Lee'],
      agencies: ['AP'],
      language: 'en',
      truncated: false,
    })
    expect([...caption.flags].sort()).toEqual(['file', 'pool'])
    expect(caption.key).toMatch(/^[0-9a-f]{64}$/u)
  })

  it('take their credit from the document when it has one', () => {
    const caption = normaliseCaption('A boat lies on the beach.', { credit: 'Ana Ruiz/AP' })
    expect(caption).toMatchObject({ credit: 'Ana Ruiz/AP', photographers: ['Ana Ruiz'], agencies: ['AP'] })
  })

  it('write short forms out', () => {
    const words = (raw: string): string => normaliseCaption(raw).words.join(' ')
    expect(words('Gov. Ana Ruiz of the U.S. in Columbia, S.C.')).toBe(
      words('Governor Ana Ruiz of the US in Columbia, South Carolina'),
    )
  })
})

describe('scripts without capitals or blanks are never harmed', () => {
  it.each([
    '花沢市で会見する高見市長',
    '工作人员在青岭市检修高铁列车。',
    'رئيس الوزراء يلقي كلمة أمام البرلمان في مدينة النور',
    'प्रधानमंत्री संसद में भाषण देते हुए',
    'นายกรัฐมนตรีแถลงข่าวที่ทำเนียบรัฐบาล',
    'ראש הממשלה נואם בכנסת',
    '대통령이 국회에서 연설하고 있다.',
    'პრემიერ მინისტრი პარლამენტში',
  ])('%s', (raw) => {
    const caption = normaliseCaption(raw)
    expect(caption.text).toBe(raw)
    expect(caption.credit).toBeUndefined()
    expect(caption.words.join('')).toHaveLength(raw.replace(/[\s。.]/gu, '').normalize('NFKC').length)
  })
})

describe('hostile text', () => {
  const bricks = [
    'a',
    ' ',
    '(',
    ')',
    '[',
    '<',
    '&amp;',
    '&',
    '.',
    '...',
    ' - ',
    '1',
    '1:',
    '1/2 ',
    'AP ',
    'FILE ',
    "l'",
    '年',
    'ก',
    '\u0301',
    '\n',
    'Photo: ',
    'Jan. ',
    'more ',
    '\ud800',
    '__proto__ ',
    'Image 1 of 2 ',
    'In this ',
    '"',
  ]

  it.each(bricks)('100 kB of %j', (brick) => {
    const caption = normaliseCaption(brick.repeat(Math.ceil(100_000 / brick.length)))
    expect(caption.words.length).toBeLessThanOrEqual(3_000)
  })

  it('never throws and is the same every time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...bricks), fc.string({ unit: 'binary' })), { maxLength: 120 }),
        (parts) => {
          const raw = parts.join('')
          expect(normaliseCaption(raw)).toEqual(normaliseCaption(raw))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('longer than any caption is kept apart by its key', () => {
    const base = 'word '.repeat(5_000)
    expect(normaliseCaption(`${base}one`).key).not.toBe(normaliseCaption(`${base}two`).key)
  })
})
