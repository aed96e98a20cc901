import type { EditorialType } from '../../story/item.ts'

const prefix =
  /^((?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|CORRECTION|CLARIFIED|RECAST|INSTANT VIEW|WITHDRAWN|KILL|ADVISORY|ALERT|FLASH)(?: ?\((?:OFFICIAL)\))?(?: \d{1,3})?)(?:-|:)\s{0,4}/

const kinds: readonly (readonly [RegExp, EditorialType])[] = [
  [/^(?:WITHDRAWN|KILL)/, 'kill'],
  [/^CORRECT/, 'correction'],
  [/^CLARIFIED/, 'clarification'],
  [/^ADVISORY/, 'advisory'],
  [/^(?:ALERT|FLASH)/, 'alert'],
  [/^(?:UPDATE|WRAPUP|RECAST|REFILE|RPT)/, 'update'],
]

/** Reuters puts the kind of filing before its headlines: "UPDATE 2-", "CORRECTED-", "RPT-", "WRAPUP 3-". */
export function readPrefix(headline: string): { takeKey?: string; editorialType?: EditorialType } {
  const takeKey = prefix.exec(headline)?.[1]
  if (takeKey === undefined) return {}
  const editorialType = kinds.find(([pattern]) => pattern.test(takeKey))?.[1]
  return { takeKey, ...(editorialType !== undefined && { editorialType }) }
}
