/** What a printed story may be made of. Everything else is unwrapped (its words stay) or dropped whole. */

/** Block elements that are kept. */
export const keptBlocks: ReadonlySet<string> = new Set([
  'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre',
  'table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'figure', 'figcaption',
]) // prettier-ignore

/** Inline elements that are kept. */
export const keptInline: ReadonlySet<string> = new Set([
  'em',
  'strong',
  'b',
  'i',
  'u',
  's',
  'sub',
  'sup',
  'a',
  'q',
  'cite',
  'code',
  'small',
  'ins',
  'del',
])

/** Elements without content that are kept. */
export const keptVoid: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col'])

/** Unwrapped, but they part words and paragraphs: their edges are paragraph edges. */
export const blockLike: ReadonlySet<string> = new Set([
  'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'address', 'center', 'details', 'summary',
  'fieldset', 'hgroup', 'block', 'body.content', 'body', 'html', 'form', 'legend', 'optgroup',
]) // prettier-ignore

/** Never shown, dropped with all they hold. */
export const droppedWhole: ReadonlySet<string> = new Set([
  'script', 'style', 'iframe', 'object', 'embed', 'applet', 'input', 'button', 'select', 'option', 'textarea',
  'svg', 'math', 'template', 'noembed', 'noframes', 'frameset', 'frame', 'canvas', 'audio', 'video', 'source', 'track',
  'head', 'title', 'meta', 'link', 'base', 'map', 'area', 'dialog', 'datalist', 'xml',
]) // prettier-ignore

/** Other spellings of a kept element. */
export const synonyms: ReadonlyMap<string, string> = new Map([
  ['strike', 's'],
  ['dir', 'ul'],
  ['menu', 'ul'],
  ['bq', 'blockquote'],
  ['hl1', 'h1'],
  ['hl2', 'h2'],
  ['image', 'img'],
  ['xmp', 'pre'],
  ['listing', 'pre'],
])
