/**
 * Versions are compared as numbers, part by part: "1.10" comes after "1.9", and Reuters' ten-digit versions have gaps.
 * A version with anything but digits and dots has no order of its own.
 */
export function readVersion(version: string | undefined): readonly bigint[] | undefined {
  if (version === undefined || !/^\d{1,30}(\.\d{1,30}){0,7}$/.test(version.trim())) return undefined
  return version
    .trim()
    .split('.')
    .map((part) => BigInt(part))
}

/** Negative, zero or positive; undefined when one of the two has no order. Missing parts count as zero. */
export function compareVersions(a: string | undefined, b: string | undefined): number | undefined {
  const left = readVersion(a)
  const right = readVersion(b)
  if (left === undefined || right === undefined) return undefined
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const one = left[at] ?? 0n
    const other = right[at] ?? 0n
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}
