import { expect, it } from 'vitest'
import fc from 'fast-check'
import { decodeText } from '../../src/normalise/charset.ts'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

it.each([
  ['a mark beats a declaration', bytes([0xef, 0xbb, 0xbf], 'é'), { declared: 'iso-8859-1' }, 'é', 'utf-8', 'bom'],
  ['UTF-16 by its mark', bytes([0xff, 0xfe, 0xe9, 0, 0x21, 0]), {}, 'é!', 'utf-16le', 'bom'],
  [
    'UTF-16 without a mark',
    Buffer.from('<?xml version="1.0"?>', 'utf16le'),
    { declared: 'utf-16' },
    '<?xml version="1.0"?>',
    'utf-16le',
    'validity',
  ],
  ['UTF-8 under a latin-1 label', bytes('décès'), { declared: 'iso-8859-1' }, 'décès', 'utf-8', 'validity'],
  [
    'windows-1252 under a UTF-8 label',
    bytes('it', [0x92], 's'),
    { declared: 'utf-8' },
    'it’s',
    'windows-1252',
    'fallback',
  ],
  [
    'latin-1 means windows-1252',
    bytes([0x93], 'a', [0x94]),
    { declared: 'iso-8859-1' },
    '“a”',
    'windows-1252',
    'declaration',
  ],
  [
    'another charset is obeyed when valid',
    bytes([0xcf, 0xf0, 0xe8]),
    { declared: 'windows-1251' },
    'При',
    'windows-1251',
    'declaration',
  ],
  ['nothing said: UTF-8 when valid', bytes('naïve'), {}, 'naïve', 'utf-8', 'validity'],
  [
    'nothing said, not valid: the agency’s habit',
    bytes([0xd4]),
    { agencyDefault: 'windows-1251' },
    'Ф',
    'windows-1251',
    'agency',
  ],
  ['overlong UTF-8 is no UTF-8', bytes('a', [0xc0, 0xaf]), { declared: 'utf-8' }, 'aÀ¯', 'windows-1252', 'fallback'],
])('%s', (_, input, hints, text, used, because) => {
  const decoded = decodeText(input, hints)
  expect([decoded.text, decoded.charset.used, decoded.charset.because]).toEqual([text, used, because])
})

it('reads stray windows-1252 bytes in UTF-8 without spoiling the rest', () => {
  const decoded = decodeText(bytes('äöüßéèê', [0x92], 's'), { declared: 'utf-8' })
  expect(decoded.text).toBe('äöüßéèê’s')
  expect(decoded.warnings.map((warning) => warning.code)).toEqual(['charset.conflict', 'charset.mixed'])
})

it('drops what neither XML nor PostgreSQL can hold, and says so', () => {
  const decoded = decodeText(bytes([0xff, 0xfe, 0x61, 0, 0, 0, 0x00, 0xd8, 0x62, 0]))
  expect(decoded.text).toBe('ab')
  expect(decoded.warnings[0]?.code).toBe('charset.unstorable')
})

it('gives storable text for any bytes and any label', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom(undefined, 'utf-8', 'iso-8859-1', 'utf-16', 'gb18030', 'shift_jis', 'nonsense', 'koi8-r'),
      (input, declared) => {
        const { text } = decodeText(input, { declared })
        expect(/[\0\ud800-\udfff]/u.test(text)).toBe(false)
      },
    ),
  )
})
