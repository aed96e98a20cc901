import { decodeHTML } from 'entities'

/**
 * Decodes every HTML reference, named or numeric; numbers 128-159 mean windows-1252, as browsers read them. U+0000 and
 * surrogates become U+FFFD. Decodes once: text that was escaped twice needs two calls.
 */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}

const special = /[&<>"]/g
const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Makes text safe to stand in HTML, in content and in double-quoted attributes. */
export function escapeHtml(text: string): string {
  // four native searches are far cheaper than one expression, and nearly all text holds none of them
  const plain = !text.includes('&') && !text.includes('<') && !text.includes('>') && !text.includes('"')
  return plain ? text : text.replace(special, (character) => references[character] ?? character)
}
