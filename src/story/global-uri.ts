/** True for uris that are unique by themselves: urn:, tag:, http(s):. Others are unique for their authority only. */
export function isGlobalUri(uri: string): boolean {
  return /^(urn:|tag:|https?:)/i.test(uri)
}
