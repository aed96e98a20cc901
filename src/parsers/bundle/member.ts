/** One file of a bundle. */
export interface Member {
  /** With its folders, as the archive has it. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The archive ends before the file does. */
  readonly isCut?: boolean
  /** Why it could not be unpacked. */
  readonly damage?: string
}
