import { splitCredit } from '../../normalise/credits/credit.ts'
import { compact } from '../../story/draft.ts'
import type { Caption } from '../../story/item.ts'

/** A caption as printed, parted from its credit; undefined when nothing is left of it but a credit. */
export function readCaption(raw: string, more: Pick<Caption, 'role' | 'mediaUri'>): Caption | undefined {
  const { text, credit, photographer, agency, flags } = splitCredit(raw)
  if (text.trim() === '') return undefined
  return compact<Caption>({ text, credit, photographer, agency, flags, ...more, raw: raw === text ? undefined : raw })
}
