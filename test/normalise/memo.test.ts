import { expect, test } from 'vitest'
import { linesOf } from '../../src/normalise/lines.ts'
import { remember } from '../../src/normalise/memo.ts'

test('a short text is read once, a long one each time', () => {
  const asked: string[] = []
  const read = remember((text) => {
    asked.push(text)
    return text.length > 3 ? text.toUpperCase() : undefined
  })
  expect([read('harbor'), read('harbor'), read('sea'), read('sea')]).toEqual(['HARBOR', 'HARBOR', undefined, undefined])
  expect(asked).toEqual(['harbor', 'sea'])
  const long = 'x'.repeat(500)
  expect(read(long)).toBe(read(long))
  expect(asked).toHaveLength(4)
})

test('a flood of texts does not fill the memory, and half a surrogate pair stays one', () => {
  let asked = 0
  const read = remember((text) => {
    asked++
    return text
  })
  for (let at = 0; at < 2_500; at++) read(`place ${at}`)
  read('place 0')
  expect(asked).toBe(2_501)
  expect(read('a\ud800b')).toBe('a\ud800b')
})

test('lines end in CR LF, LF or CR, as splitting at all three would have it', () => {
  for (const text of ['', 'a', 'a\r\nb\nc', 'a\rb\r\n\r\nc\r', '\r\r\n\n'])
    expect(linesOf(text)).toEqual(text.split(/\r\n?|\n/))
})
