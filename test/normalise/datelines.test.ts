import { describe, expect, it } from 'vitest'
import { findDateline } from '../../src/normalise/dateline.ts'

const printed: readonly (readonly [
  text: string,
  city: string | undefined,
  date?: string | undefined,
  byline?: string,
])[] = [
  ['Velmar, 15. rujna 2026. (Vijest) - Ribari su', 'Velmar', '15. rujna 2026'],
  ['VELMAR, 15th September, 2026 (GW) -- A falcon', 'Velmar', '15th September, 2026'],
  ['Velmar, Sep 15 (BWX) The bridge', 'Velmar', 'Sep 15'],
  ['VELMAR, 15.09.2026 (PAP) - Most', 'Velmar', '15.09.2026'],
  ['Velmar, rugsėjo 15 d. (ŽIN). Švyturys', 'Velmar', 'rugsėjo 15 d'],
  ['VELMAR. Sept 15 (Interfax) - The bridge', 'Velmar', 'Sept 15'],
  ['(Nvx) - Velmar, 15 set - Il ponte', 'Velmar', '15 set'],
  ['Paris, le 15 septembre 2026 (AFP) - Le pont', 'Paris', '15 septembre 2026'],
  ['सरलापुर, 15 सितंबर (भाषा) पुल खुला', 'सरलापुर', '15 सितंबर'],
  ['القاهرة (رويترز) - فتح الجسر', 'القاهرة'],
  ['新讯社青芦9月15日电（记者林晓舟）候鸟', '青芦', '9月15日', '记者林晓舟'],
  ['（中讀社記者陳映川南溪15日電）鐵橋', '南溪', '15日', '記者陳映川'],
  ['【風待岬共同】灯台', '風待岬'],
  ['(바람포=소식통신) 한가람 기자 = 등대가', '바람포', undefined, '한가람 기자'],
  ['The Bank, Sept. 15 (Tuesday) - said', undefined],
  ['Monday, 15 September (Reuters poll) - the', undefined],
  ['In Velmar, a man (Smith) - was seen', undefined],
  ['【速報】灯台', undefined],
  ['記者（15日電）', undefined],
]

describe('a dateline is read in the manners of the agencies of the world', () => {
  it.each(printed)('%s', (text, city, date, byline) => {
    const found = findDateline(text as string)
    expect([found?.dateline.city, found?.dateline.date, found?.byline]).toEqual([city, date, byline])
  })
})
