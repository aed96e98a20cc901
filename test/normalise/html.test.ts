import { expect, it } from 'vitest'
import fc from 'fast-check'
import { countWords, htmlToText, renderHtml, sanitiseBody, textToHtml } from '../../src/normalise/html.ts'
import { setBody } from '../../src/normalise/body.ts'
import { ItemDraft } from '../../src/story/draft.ts'

it.each([
  ['bare words get a paragraph', 'one <i>two</i>', '<p>one <i>two</i></p>', 'one two'],
  [
    'scripts, handlers and forms go, their words do not',
    '<p onclick="x()">a<script>b</script></p><form>c</form>',
    '<p>a</p><p>c</p>',
    'a\n\nc',
  ],
  [
    'only honest links stay',
    '<a href="java\tscript:x">a</a> <a href="https://e.org/?a=1&b=2">b</a>',
    '<p>a <a href="https://e.org/?a=1&amp;b=2">b</a></p>',
    'a b',
  ],
  [
    'tracking pixels go, pictures stay',
    '<img src="https://e.org/p.gif" width="1" height="1"><p>a<img src="https://e.org/a.jpg" alt="b" onerror="x()"></p>',
    '<p>a<img src="https://e.org/a.jpg" alt="b"></p>',
    'a',
  ],
  [
    'cells are parted by tabs, rows by newlines',
    '<table><tr><td>a<td>b<tr><td><td>c</table>',
    '<table><tr><td>a</td><td>b</td></tr><tr><td></td><td>c</td></tr></table>',
    'a\tb\n\tc',
  ],
  [
    'items one a line, breaks a newline',
    '<ul><li>a<li>b</ul>c<br>d',
    '<ul><li>a</li><li>b</li></ul><p>c<br>d</p>',
    'a\nb\n\nc\nd',
  ],
  [
    'an address in angle brackets is no tag',
    'mail <ada@example.org> now',
    '<p>mail &lt;ada@example.org&gt; now</p>',
    'mail <ada@example.org> now',
  ],
])('%s', (_, html, clean, text) => {
  const rendered = renderHtml(html)
  expect([rendered.html, rendered.text, rendered.whole]).toEqual([clean, text, true])
})

it('cleans what is clean to itself', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<b>',
          '</b>',
          '<table>',
          '<tr>',
          '<td>',
          '</table>',
          '<ul>',
          '<li>',
          'a',
          ' b ',
          '<div>',
          '</div>',
          '<br>',
          '&lt;',
          '<blockquote>',
          '<pre>',
          'x\ny',
        ),
        { maxLength: 30 },
      ),
      (parts) => {
        const once = sanitiseBody(parts.join(''))
        expect(sanitiseBody(once)).toBe(once)
      },
    ),
    { numRuns: 2_000 },
  )
})

it('loses no visible word of any text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.stringMatching(/^[a-z]{1,8}$/),
          fc.constantFrom('<', '>', '&', ' ', '<p>', '</div>', '<b', '=', '<1', '</'),
        ),
        { maxLength: 40 },
      ),
      (parts) => {
        const draft = new ItemDraft().set('uri', 'u', 'test')
        const html = parts.map((part) => (/^[a-z]/.test(part) ? ` w${part} ` : part)).join('')
        setBody(draft, html, 'test')
        // a word inside an unfinished tag cannot be told from an attribute
        const visible = html.replace(/<\/?[a-z][^<>]*>?/g, ' ').match(/w[a-z]+/g) ?? []
        const kept = draft.get('bodyText') ?? ''
        for (const word of visible) expect(kept).toContain(word)
      },
    ),
    { numRuns: 2_000 },
  )
})

it('bears any depth', () => {
  expect(htmlToText(`${'<div>'.repeat(200_000)}deep`)).toBe('deep')
})

it('counts words as desks do', () => {
  expect(countWords('It is 7 1/2 — well, O’Tester’s “best-of”.')).toBe(7)
  expect(countWords('東京の船')).toBe(4)
  expect(textToHtml(['a < b\nc', ' '])).toBe('<p>a &lt; b<br>c</p>')
})
