import { createHash } from 'node:crypto'
import { derivedUri } from '../../normalise/identity.ts'
import type { Container } from './container.ts'
import type { Metadata } from './metadata.ts'

/**
 * Who a picture is. Ids that are made for that go first: the digital image GUID, IIM's UNO (1:100), the supplier's id. Else
 * the transmission reference with the name and the time of exposure, since agencies number by the day and some give one
 * number to a whole assignment. Else a digest of the pixels, which a corrected caption does not touch; never the file's
 * name.
 */
export function identifyPicture(metadata: Metadata, container: Container): { uri: string; from: string } {
  const guid = metadata.one('DigImageGUID')
  if (guid !== undefined) return { uri: guid, from: 'xmp/DigImageGUID' }
  const uno = metadata.one(undefined, '1:100')
  if (uno !== undefined) return { uri: derivedUri('uno', uno), from: 'iim/1:100' }
  const agency = metadata.one('Source', '2:115') ?? metadata.one('Credit', '2:110') ?? 'unknown'
  const supplied = metadata.one('ImageSupplierImageID') ?? metadata.one('identifier')
  if (supplied !== undefined) return { uri: derivedUri('picture', agency, supplied), from: 'xmp/ImageSupplierImageID' }
  const reference = metadata.one('TransmissionReference', '2:103')
  const time = metadata.one('DateCreated') ?? metadata.one(undefined, '2:55')
  if (reference !== undefined && time !== undefined) {
    const name = metadata.one('title', '2:5') ?? '-'
    const clock = metadata.one(undefined, '2:60') ?? ''
    const digits = `${time}${time.length > 10 ? '' : clock}`.replace(/\D/g, '').slice(0, 14)
    return { uri: derivedUri('picture', agency, digits, reference, name), from: 'TransmissionReference' }
  }
  const hash = createHash('sha256')
  for (const part of container.pixels) hash.update(part)
  return { uri: `urn:x-writethru:picture:sha256:${hash.digest('hex').slice(0, 32)}`, from: 'pixels' }
}
