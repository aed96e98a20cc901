import { describe, expect, it } from 'vitest'
import { readBylines, titleCaseName } from '../../src/normalise/byline.ts'
import { findDateline, readDateline } from '../../src/normalise/dateline.ts'
import { readMonth } from '../../src/normalise/months.ts'
import { readNotice } from '../../src/normalise/notices.ts'

describe('datelines of many languages', () => {
  it.each([
    ['Almadraba, 23 nov (EFE).-', { text: 'Almadraba, 23 nov (EFE).', city: 'Almadraba', date: '23 nov' }],
    ['Ribera (España), 23 nov (EFE).-', { city: 'Ribera', country: 'España', date: '23 nov' }],
    ['Montclair (France)', { city: 'Montclair', country: 'France' }],
    ['Peñaclara (Asturias), 23 nov (EFE)', { city: 'Peñaclara', region: 'Asturias' }],
    ['Lužany 23. listopadu (ČTK) -', { city: 'Lužany', date: '23. listopadu' }],
    ['СЕВЕРОГОРСК, 23 ноября. /Вестник/.', { city: 'Северогорск', date: '23 ноября' }],
    ['Зимогорск. 23 ноября. ИНТЕРФАКС -', { city: 'Зимогорск', date: '23 ноября' }],
    ['Szőlőhegy, 2026. november 23., hétfő (MTI) -', { city: 'Szőlőhegy', date: '2026. november 23.' }],
    ['Grandcombe VS (ats)', { city: 'Grandcombe', region: 'VS', country: 'Switzerland' }],
    ['CAP-AUX-MOUETTES, Qc', { city: 'Cap-aux-Mouettes', region: 'Qc' }],
    ['Горна Бистра, 23 ноември', { city: 'Горна Бистра', date: '23 ноември' }],
  ])('%s', (printed, parts) => {
    expect(readDateline(printed)).toMatchObject(parts)
  })

  it('a country in brackets before the tag of the agency stands in the text as well', () => {
    const found = findDateline('Ribera Alta (España), 23 nov (EFE).- Unos 3.000 vecinos')
    expect(found).toMatchObject({ agency: 'EFE', dateline: { city: 'Ribera Alta', country: 'España', date: '23 nov' } })
  })

  it.each(['The firm (France) said (AP) - no', 'LONDON (AP) — The firm (NYSE: ELM) - said'])(
    'brackets in a sentence make no place: %s',
    (paragraph) => {
      expect(findDateline(paragraph)?.dateline.country).not.toBe('France')
    },
  )

  it('months in the case that stands in a date', () => {
    expect(
      ['ноября', 'listopada', 'listopadu', 'října', 'października', 'Νοεμβρίου', 'kasım', 'septembrie'].map(readMonth),
    ).toEqual([11, 11, 11, 10, 10, 11, 11, 9])
  })
})

describe('bylines of many languages', () => {
  it.each([
    ['Solène GARRIGUE', [{ name: 'Solène Garrigue' }]],
    ['STT–Maija Korpela', [{ name: 'Maija Korpela', organisation: 'STT' }]],
    ['AFP - Solène Garrigue', [{ name: 'Solène Garrigue', organisation: 'AFP' }]],
    ['Elif Yılmaz - Mehmet Çağlar', [{ name: 'Elif Yılmaz' }, { name: 'Mehmet Çağlar' }]],
    ['By Marli Worth and Dev Anand in Coral Point', [{ name: 'Marli Worth' }, { name: 'Dev Anand' }]],
    ['Maude Pellerin, La Presse Canadienne', [{ name: 'Maude Pellerin', organisation: 'La Presse Canadienne' }]],
    ['By Fergus Roe, PA Scotland', [{ name: 'Fergus Roe', organisation: 'PA Scotland' }]],
    ['PA Smith', [{ name: 'PA Smith' }]],
    ['Ada Roe, dapd', [{ name: 'Ada Roe' }, { name: 'dapd' }]],
    ['Por Inês Falcão, da agência Lusa', [{ name: 'Inês Falcão', organisation: 'agência Lusa' }]],
  ])('%s', (byline, people) => {
    expect(readBylines(byline)).toEqual(people)
  })

  it.each([
    ['Ada ROE', 'Ada ROE'],
    ['Ada Roe ANSA', 'Ada Roe ANSA'],
    ['ANNE-MARIE ROE', 'Anne-Marie Roe'],
    ['TRAN-LE', 'Tran-Le'],
  ])('%s is %s', (name, cased) => {
    expect(titleCaseName(name)).toBe(cased)
  })

  it('a town before the name is no agency', () => {
    expect(readBylines('ROMA - Ada Roe')).not.toContainEqual(expect.objectContaining({ organisation: 'ROMA' }))
  })
})

describe('what is held back', () => {
  it('stays held though the desk also says not to use it; a kill outranks it', () => {
    expect(readNotice({ editorialNote: 'HOLD HOLD HOLD: bitte nicht verwenden' })).toMatchObject({ status: 'withheld' })
    expect(readNotice({ editorialNote: 'HOLD HOLD is now KILL KILL KILL' })).toMatchObject({ status: 'canceled' })
  })
})
