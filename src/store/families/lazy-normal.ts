import type { NormalisedCaption } from '../../captions/normalise.ts'

/**
 * Gives a row its normal form, worked out when somebody asks for the first time. Most captions repeat words that are
 * known by their key, and nobody asks. A copy of the row does not have it: it is another wording's.
 */
export function withNormal<T extends object>(row: T, work: () => NormalisedCaption): T & { normal: NormalisedCaption } {
  let known: NormalisedCaption | undefined
  return Object.defineProperty(row, 'normal', { get: () => (known ??= work()), enumerable: false }) as T & {
    normal: NormalisedCaption
  }
}
