import { remember } from './memo.ts'

/** English names and the bibliographic codes of ISO 639-2, which Intl does not know. */
const names: Readonly<Record<string, string>> = {
  english: 'en', german: 'de', deutsch: 'de', french: 'fr', francais: 'fr', spanish: 'es', espanol: 'es', italian: 'it',
  italiano: 'it', portuguese: 'pt', dutch: 'nl', swedish: 'sv', svenska: 'sv', norwegian: 'no', danish: 'da', finnish: 'fi',
  russian: 'ru', greek: 'el', arabic: 'ar', chinese: 'zh', japanese: 'ja', korean: 'ko', polish: 'pl', turkish: 'tr',
  ger: 'de', fre: 'fr', dut: 'nl', gre: 'el', chi: 'zh', cze: 'cs', per: 'fa', rum: 'ro', slo: 'sk', alb: 'sq', arm: 'hy',
  jp: 'ja', cn: 'zh', gr: 'el', se: 'sv', dk: 'da',
} // prettier-ignore

/** A language tag as BCP 47 wants it: "en", "en-US". Undefined for what is none. */
export function readLanguage(raw: string | undefined): string | undefined {
  const text = (raw ?? '').trim().replace(/_/g, '-')
  return text === '' || text.length > 35 ? undefined : readTag(text)
}

const readTag = remember((text): string | undefined => {
  const folded = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  if (Object.hasOwn(names, folded)) return names[folded]
  if (!/^[A-Za-z]{2,3}(?:-|$)/.test(text)) return undefined
  try {
    const tag = Intl.getCanonicalLocales(text)[0]
    return tag === 'und' || tag === 'zxx' || tag === 'mul' ? undefined : tag
  } catch {
    return /^[A-Za-z]{2}-/.test(text) ? text.slice(0, 2).toLowerCase() : undefined
  }
})
