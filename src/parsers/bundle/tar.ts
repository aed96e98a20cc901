import type { Budget } from './limits.ts'
import type { Member } from './member.ts'

const blockSize = 512

/** True for a tar header: "ustar", or a header without it whose checksum is right (the format before POSIX). */
export function isTar(bytes: Uint8Array): boolean {
  if (bytes.length < blockSize) return false
  // a look at the bytes before anything is decoded: every document that arrives is asked whether it is a tar
  if (bytes[257] !== 0x75 && !isOctalField(bytes, 148, 8)) return false
  return text(bytes, 257, 5) === 'ustar' || (octal(bytes, 148, 8) === checksum(bytes) && bytes[0] !== 0)
}

/** Reads the plain files of a tar archive (POSIX pax and GNU long names included); links and devices are passed over. */
export function readTar(bytes: Uint8Array, budget: Budget): Member[] {
  const members: Member[] = []
  let longName: string | undefined
  let at = 0
  while (at + blockSize <= bytes.length) {
    const header = bytes.subarray(at, at + blockSize)
    if (header.every((byte) => byte === 0)) break
    if (octal(header, 148, 8) !== checksum(header)) break
    const size = octal(header, 124, 12) ?? 0
    const body = bytes.subarray(at + blockSize, at + blockSize + size)
    const type = String.fromCharCode(header[156] ?? 0)
    if (type === 'L') longName = text(body, 0, body.length)
    else if (type === 'x') longName = paxPath(body) ?? longName
    else {
      if (type === '0' || type === '\0' || type === '7') {
        budget.take(body.length)
        members.push({ name: longName ?? nameOf(header), bytes: body, isCut: body.length < size })
      }
      longName = undefined
    }
    at += blockSize + Math.ceil(size / blockSize) * blockSize
  }
  return members
}

function nameOf(header: Uint8Array): string {
  const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : ''
  const name = text(header, 0, 100)
  return prefix === '' ? name : `${prefix}/${name}`
}

/** pax records: "27 path=some/long/name\n". */
function paxPath(body: Uint8Array): string | undefined {
  return /(?:^|\n)\d{1,9} path=([^\n]{1,2000})\n/.exec(text(body, 0, Math.min(body.length, 20_000)))?.[1]
}

function text(bytes: Uint8Array, from: number, length: number): string {
  const field = bytes.subarray(from, from + length)
  const end = field.indexOf(0)
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString('utf8')
}

function octal(bytes: Uint8Array, from: number, length: number): number | undefined {
  const digits = text(bytes, from, length).trim()
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : undefined
}

/** Digits, blanks and zero bytes only. */
function isOctalField(bytes: Uint8Array, from: number, length: number): boolean {
  for (let at = from; at < from + length; at++) {
    const byte = bytes[at] ?? 0
    if (byte !== 0 && byte !== 0x20 && (byte < 0x30 || byte > 0x37)) return false
  }
  return true
}

/** Sum of the header with its checksum field taken as blanks. */
function checksum(header: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < blockSize; at++) sum += at >= 148 && at < 156 ? 0x20 : (header[at] ?? 0)
  return sum
}
