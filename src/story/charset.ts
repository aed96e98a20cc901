/** How the bytes became text, kept beside the capture so that the choice can be redone. */
export interface CharsetChoice {
  /** The charset the text was read in: "utf-8", "windows-1252", "utf-8+windows-1252" for a mixture. */
  readonly used: string
  /** What the document or the transport claimed, when it claimed anything. */
  readonly declared?: string
  /** bom, declaration, transport, validity, agency, fallback. */
  readonly because: string
}
