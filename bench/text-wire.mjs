// The stories of the bulk day as the text wires print them: one ANPA 1312 and one IPTC 7901 message each, about 3 kB.

const copyBytes = 2800
const control = {
  soh: '\x01',
  stx: '\x02',
  etx: '\x03',
  eot: '\x04',
  syn: '\x16',
  us: '\x1f',
  dc2: '\x12',
  dc3: '\x13',
}

/** Two messages of a canonical item, with its own paragraphs up to the size the rate is asked for. */
export function textWireInputs(item, at) {
  return [anpaMessage(item, at), iptcMessage(item, at)].map((message) => ({ bytes: Buffer.from(message, 'latin1') }))
}

function anpaMessage(item, at) {
  const { soh, stx, etx, eot, syn, us, dc2, dc3 } = control
  const slug = item.slug.replaceAll(' ', '')
  const copy = [
    `^BC-${slug},450<`,
    `^${sevenBit(item.headline)}<`,
    `^${item.byline ?? 'By ADA EXAMPLE'}=`,
    '^Associated Press Writer=',
    ...copyOf(item).flatMap((text) => wrap(`   ${sevenBit(text)}`, 64)),
  ].join('\r\n')
  return (
    `${syn}${syn}${soh}a${String(1000 + (at % 9000))}${us}----\r\n` +
    `r i ${dc3}${dc2} BC-${slug.slice(0, 20)}  11-23  0450\r\n` +
    `${stx}${copy}\r\n${etx}AP-WF-11-23-26 ${twoDigits(at % 24)}15GMT<\r\n${eot}`
  )
}

function iptcMessage(item, at) {
  const { soh, stx, etx, eot } = control
  const number = String(1 + (at % 9999)).padStart(4, '0')
  const copy = [
    `${typewritten(item.headline)} =`,
    '',
    ...copyOf(item).flatMap((text) => [...wrap(typewritten(text).replace('(AP)', '(dpa)'), 68), '']),
    'dpa ab cd',
  ].join('\r\n')
  return (
    `${soh}eca${number} 3 i 450  dpa ${number}\r\n\r\n${item.slug}/\r\n` +
    `${stx}${copy}\r\n${etx}23${twoDigits(at % 24)}15 GMT Nov 26\r\n${eot}`
  )
}

function copyOf({ bodyText }) {
  const paragraphs = []
  let length = 0
  for (const text of bodyText.replaceAll('\u2014', '-').split('\n\n')) {
    if (length > 0 && length + text.length > copyBytes) break
    paragraphs.push(text)
    length += text.length
  }
  return paragraphs
}

function wrap(text, measure) {
  const lines = []
  let line = ''
  for (const word of text.split(/ (?=\S)/)) {
    if (line.length + word.length > measure) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? word : ` ${word}`
  }
  return [...lines, line]
}

/** Quotation marks as AP's lines print them, and as a typewriter has them; latin-1 holds no others. */
const sevenBit = (text) =>
  text.replaceAll('\u201c', '``').replaceAll('\u201d', "''").replaceAll('\u2018', '`').replaceAll('\u2019', "'")
const typewritten = (text) => text.replaceAll(/[\u201c\u201d]/g, '"').replaceAll(/[\u2018\u2019]/g, "'")

const twoDigits = (value) => String(value).padStart(2, '0')
