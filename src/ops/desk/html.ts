/** Markup that may go into a page as it is. Only `html` and `trusted` make it. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Value = Markup | string | number | null | undefined | false | readonly Value[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!)
}

/** Makes markup; every value that is not markup itself is escaped. Attributes must stand in quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let text = strings[0]!
  for (const [at, value] of values.entries()) text += render(value) + strings[at + 1]!
  return new Markup(text)
}

/** Text that is markup already: our own style and script, and bodies that were sanitised just before. */
export function trusted(text: string): Markup {
  return new Markup(text)
}

function render(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map(render).join('')
  return escape(String(value))
}
