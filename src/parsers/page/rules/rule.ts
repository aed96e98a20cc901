/**
 * What is known of one site: data, in the words of the FiveFilters site configs (title, author, date, body, strip,
 * strip_id_or_class, test_url). Values are paths in the subset of XPath that `path.ts` reads; the first that finds
 * something wins, `strip` paths all apply.
 */
export interface SiteRule {
  /** Host names; the rule holds for their subdomains too. */
  readonly hosts: readonly string[]
  /** Days (YYYY-MM-DD) between which the site had this shape: old captures still parse by the old rule. */
  readonly valid_from?: string
  readonly valid_to?: string
  readonly title?: readonly string[]
  readonly author?: readonly string[]
  readonly date?: readonly string[]
  readonly body?: readonly string[]
  readonly strip?: readonly string[]
  readonly strip_id_or_class?: readonly string[]
  /** An address of the shape the rule is for; each has an invented page in test/parsers/page/fixtures/rules. */
  readonly test_url: string
}

/** The rule for an address, on the day the story was published. */
export function chooseRule(
  rules: readonly SiteRule[],
  address: string | undefined,
  day: string | undefined,
): SiteRule | undefined {
  if (address === undefined) return undefined
  let host: string
  try {
    host = new URL(address).hostname.toLowerCase().replace(/^www\./u, '')
  } catch {
    return undefined
  }
  return rules.find(
    (rule) =>
      rule.hosts.some((name) => host === name || host.endsWith(`.${name}`)) &&
      (day === undefined || ((rule.valid_from ?? '') <= day && day <= (rule.valid_to ?? '9999'))),
  )
}
