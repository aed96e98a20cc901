import { robotName } from './robot-name.ts'

/** RFC 9309, 2.5: 500 KiB must be read, what lies beyond need not be. */
const mostCharacters = 512_000
/** Large sites have a few thousand rules for everybody. */
const mostRules = 20_000
/** Of rules with wildcards together: to match one takes its length times that of an address. */
const mostWild = 50_000

/**
 * The groups of a robots.txt that are about us, or about everybody; undefined for a file with more rules than any site
 * needs. Whoever applies them keeps each rule once for every robot named above it: of a file of one megabyte that names
 * half of it in robots and half in rules, two thousand million.
 */
export function ownRules(text: string): string | undefined {
  const kept: string[] = []
  let agents = new Set<string>()
  let isNaming = false
  let isOpen = false
  let rules = 0
  let wild = 0
  for (const line of text.slice(0, mostCharacters).split(/\r\n|\r|\n/)) {
    const [statement = ''] = line.split('#', 1)
    const colon = statement.indexOf(':')
    const name = statement.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name === '') continue
    const value = statement.slice(colon + 1).trim()
    if (name === 'user-agent') {
      if (!isNaming) {
        agents = new Set()
        isOpen = false
      }
      const [agent = ''] = value.toLowerCase().split('/', 1)
      if (agent.trim() === '*' || agent.trim() === robotName.toLowerCase()) agents.add(agent.trim())
    } else if (agents.size > 0 && ['allow', 'disallow', 'crawl-delay'].includes(name)) {
      if (!isOpen) kept.push(...[...agents].map((agent) => `user-agent: ${agent}`))
      isOpen = true
      kept.push(`${name}: ${value}`)
      rules += 1
      if (value.includes('*')) wild += value.length
      if (rules > mostRules || wild > mostWild) return undefined
    }
    isNaming = name === 'user-agent'
  }
  return kept.join('\n')
}
