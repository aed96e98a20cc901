import type { CaptionRules } from '../../captions/rules.ts'
import type { Queryable } from '../pool.ts'
import { findForms, formName } from './forms.ts'
import type { StoryCaptionRow } from './story-captions.ts'

/**
 * Works out the normal forms of captions whose words nobody has printed before, so that the rules remember them when
 * they are needed. For a worker that has to wait anyway: whatever it finds is looked up again when its turn comes.
 */
export async function prepareForms(
  client: Queryable,
  captions: readonly StoryCaptionRow[],
  rules: CaptionRules,
): Promise<void> {
  const identities = captions.map(({ key }) => ({ key, signature: '' }))
  const known = await findForms(client, rules.version, identities)
  for (const caption of captions) {
    if (!known.has(formName({ key: caption.key, signature: '' }))) void caption.normal
  }
}
