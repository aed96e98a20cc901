import { describe, expect, it } from 'vitest'
import { agencies } from '../../../src/normalise/credits/agencies.ts'
import { splitCredit } from '../../../src/normalise/credits/credit.ts'
import { creditLanguages } from '../../../src/normalise/credits/languages/index.ts'

describe('the words of credits', () => {
  it.each(Object.entries(creditLanguages))('are folded and listed once: %s', (_, words) => {
    for (const list of [words.labels, words.strongLabels, words.by, words.connectors]) {
      const entries = list.split(' ').filter((word) => word !== '')
      expect(new Set(entries).size).toBe(entries.length)
      for (const entry of entries) expect(entry).toBe(entry.toLowerCase())
    }
  })

  it.each(Object.entries(creditLanguages).filter(([language]) => language !== 'elsewhere'))(
    'each label announces a credit: %s',
    (_, words) => {
      for (const label of words.labels.split(' ')) {
        const split = splitCredit(`Xxxx yyyy zzzz. ${label[0]!.toUpperCase()}${label.slice(1)}: Jane Doe/AP`)
        expect(split, label).toMatchObject({ text: 'Xxxx yyyy zzzz.', agency: 'AP' })
      }
    },
  )

  it.each(Object.entries(creditLanguages))('each remark becomes its flag: %s', (_, words) => {
    for (const [flag, remarks] of Object.entries(words.remarks)) {
      for (const remark of remarks) {
        const { text, flags } = splitCredit(`Xxxx yyyy zzzz (${remark}).`)
        expect(text, remark).toBe('Xxxx yyyy zzzz')
        expect(flags, remark).toContain(flag)
      }
    }
  })
})

describe('the agencies', () => {
  it('have one name each, and no form belongs to two', () => {
    const forms = agencies.flatMap(({ exact = [], forms: loose = [] }) => [...exact, ...loose])
    expect(new Set(forms).size).toBe(forms.length)
    expect(new Set(agencies.map(({ name }) => name)).size).toBe(agencies.length)
  })

  it('are all found in brackets behind a name', () => {
    for (const { name, exact = [], forms = [] } of agencies) {
      for (const form of [...exact, ...forms]) {
        expect(splitCredit(`Xxxx yyyy zzzz. (Jane Doe/${form})`), form).toMatchObject({
          text: 'Xxxx yyyy zzzz.',
          agency: name,
        })
      }
    }
  })
})
