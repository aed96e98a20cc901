/** What content systems do to the markup of a text without changing a word of it. */
export type Setting = 'breaks' | 'dropcap' | 'soft' | 'links' | 'caps' | 'entities' | 'lines'

/** Takes and gives the markup of a body, a paragraph an entry. */
export function setMarkup(paragraphs: readonly string[], setting: string | undefined): string[] {
  if (setting === undefined) return [...paragraphs]
  const set = settings[setting as Setting]
  if (set === undefined) throw new Error(`no setting ${setting}`)
  return set(paragraphs)
}

const eachText = (change: (text: string) => string) => (paragraphs: readonly string[]) =>
  paragraphs.map((paragraph) =>
    paragraph.replace(/(^|>)([^<]+)/g, (_, mark: string, text: string) => mark + change(text)),
  )

const settings: Readonly<Record<Setting, (paragraphs: readonly string[]) => string[]>> = {
  breaks: (paragraphs) => [`<p>${paragraphs.map((text) => text.slice(3, -4)).join('<br><br>')}</p>`],
  dropcap: ([first = '', ...rest]) => [first.replace(/— (\w)/, '— <span class="dropcap">$1</span>'), ...rest],
  soft: eachText((text) =>
    text.replace(/(\p{L}{5})(\p{L}{4})/gu, '$1\u00ad$2').replace(/\b(a|an|the|of|in) /g, '$1\u00a0'),
  ),
  links: eachText((text) => text.replace(/^((?:\S+ ){6})(\S+ \S+)/, '$1<a href="/topic"><b>$2</b></a>')),
  caps: ([first = '', ...rest]) => [
    first.replace(/— ((?:\S+ ){5})/, (_, words: string) => `— ${words.toUpperCase()}`),
    ...rest,
  ],
  entities: eachText((text) => text.replaceAll("'", '&amp;#8217;').replaceAll('"', '&amp;quot;')),
  lines: eachText((text) => text.replace(/(.{50,60}) /g, '$1<br>\n')),
}
