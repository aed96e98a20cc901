import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { page } from '../../../src/parsers/page/page.ts'
import { compilePath, findPath } from '../../../src/parsers/page/rules/path.ts'
import { chooseRule } from '../../../src/parsers/page/rules/rule.ts'
import { siteRules } from '../../../src/parsers/page/rules/sites.ts'
import { readPage } from '../../../src/parsers/page/tree.ts'
import { textOf } from '../../../src/parsers/page/walk.ts'

const fixtures = new URL('./fixtures/rules/', import.meta.url)

describe('site rules', () => {
  const pages = readdirSync(fixtures).map((name) => ({ name, html: readFileSync(new URL(name, fixtures), 'utf8') }))

  for (const rule of siteRules) {
    it(`${rule.hosts[0]} ${rule.valid_from ?? ''}: an invented page of this shape is read by the rule`, () => {
      const found = pages.filter(({ html }) => html.includes(`href="${rule.test_url}"`))
      expect(found).toHaveLength(1)
      const outcome = page.parse({ bytes: Buffer.from(found[0]!.html) })
      if (outcome.kind !== 'parsed') throw new Error(outcome.detail)
      const { item } = outcome.items[0]!
      expect(item.provenance?.headline).toBe('rule 0.98')
      expect(item.provenance?.bodyText).toBe('rule 0.95')
      expect(item.headline).toMatch(/^Ferries back in harbour/u)
      expect(item.byline).toMatch(/ILSE QUARMBY|Ilse Quarmby|The Associated Press/u)
      expect(item.bodyText).toContain('All eleven ferries')
      expect(item.bodyText).toContain('No one was hurt')
      expect(item.bodyText).not.toMatch(
        /Stay up to date|Storm Ysolde|Otter|FILE PHOTO|Our Standards|Never miss|unlimited/u,
      )
    })
  }

  it('have only paths that compile', () => {
    for (const rule of siteRules) {
      for (const path of [rule.title, rule.author, rule.date, rule.body, rule.strip].flatMap((paths) => paths ?? []))
        expect(() => compilePath(path)).not.toThrow()
    }
  })

  it('hold only between their dates, so that old captures still parse by the old rule', () => {
    const shapes = ['2018-05-01', '2024-05-01'].map(
      (day) => chooseRule(siteRules, 'https://apnews.com/article/x', day)?.valid_from,
    )
    expect(shapes).toEqual(['2017-06-01', '2023-06-01'])
    expect(chooseRule(siteRules, 'https://apnews.com/x', '2010-01-01')).toBeUndefined()
    expect(chooseRule(siteRules, 'https://notapnews.com/x', '2024-05-01')).toBeUndefined()
  })
})

describe('paths', () => {
  const { body } = readPage(
    '<body><div class="a b" id="x"><p>one</p><span><p class="lead">two</p></span></div><p>three</p></body>',
  )
  const found = (path: string): string[] => findPath(body, compilePath(path)).map(textOf)

  it('tell children from descendants', () => {
    expect(found("//div[@id='x']/p")).toEqual(['one'])
    expect(found("//div[@id='x']//p")).toEqual(['one', 'two'])
  })

  it('match a class by the word', () => {
    expect(found("//div[contains(@class,'b')]/p")).toEqual(['one'])
    expect(found("//p[contains(@class,'ead')]")).toEqual([])
  })

  it('refuse what they cannot read', () => {
    expect(() => compilePath('//div[position()=1]')).toThrow()
  })
})
