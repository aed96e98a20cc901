import { describe, expect, it } from 'vitest'
import { compareCaptions } from '../../src/captions/compare.ts'
import { normaliseCaption } from '../../src/captions/normalise.ts'

describe('what a page adds to a caption comes off', () => {
  it.each([
    ['Crews clear the harbour road.Show moreShow less', 'Crews clear the harbour road.'],
    ['Crews clear the harbour road. View Full Size', 'Crews clear the harbour road.'],
    ['Crews clear the harbour road. Duration: 1 minute, 32 seconds', 'Crews clear the harbour road.'],
    ['Image source, PA MediaImage caption, Crews clear the harbour road.', 'Crews clear the harbour road.'],
    ['FILE PHOTO Crews clear the harbour road. Jo Dean/AP', 'Crews clear the harbour road.'],
    ['Crews clear the harbour road. — Bernama pic', 'Crews clear the harbour road.'],
    ['Mandskab rydder havnevejen. Arkivfoto: Mads Kjeldgaard', 'Mandskab rydder havnevejen.'],
    ['消防队员在山火现场喷水灭火。(新华社发)', '消防队员在山火现场喷水灭火。'],
    ['消防队员在山火现场喷水灭火。图/新华社', '消防队员在山火现场喷水灭火。'],
    ['防災計画を説明する市長。(c)AFP', '防災計画を説明する市長。'],
    ['فرق الإنقاذ تبحث عن ناجين (أ ف ب)', 'فرق الإنقاذ تبحث عن ناجين'],
    ['नए अस्पताल का उद्घाटन किया। Getty Images', 'नए अस्पताल का उद्घाटन किया।'],
  ])('%s', (raw, text) => {
    expect(normaliseCaption(raw).text).toBe(text)
  })

  it.each([
    'The minister sits between Olaf Brandt and Lena Reed (c)',
    'Fans wait at the gate to share a video',
    'A model of the ship stands in room 14',
  ])('and what belongs to it stays: %s', (raw) => {
    expect(normaliseCaption(raw).text).toBe(raw)
  })
})

describe('a fact that changed keeps captions apart', () => {
  it('one machine, three machines', () => {
    const one = 'A pump jack operates at sunset near Odesmond, Texas, on Tuesday.'
    const three = 'Three pump jacks operate at sunset near Odesmond, Texas, on Tuesday.'
    expect(compareCaptions(one, three)).toMatchObject({ relation: 'related', reasons: ['a number differs'] })
  })

  it('the fourteenth, the fifteenth', () => {
    const before = '大雨で浸水した住宅街を進む救助隊のボート=14日午前、白波県桜野市'
    expect(compareCaptions(before, before.replace('14日', '15日')).relation).toBe('different')
    expect(compareCaptions(before, before.replace('14日', '2025年7月14日')).relation).toBe('contained')
  })

  it('but not the script in which a photographer is written', () => {
    const caption = 'Ο υπουργός επισκέφθηκε το λιμάνι της Νέας Αρτάκης με τον δήμαρχο'
    expect(
      compareCaptions(`${caption}. (AP Photo/Stavros Milios)`, `${caption}. Φωτογραφία: Σταύρος Μήλιος`).relation,
    ).toBe('exact')
  })
})
