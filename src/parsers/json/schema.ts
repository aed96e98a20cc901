/** A JSON Schema, by its head: it has every name that a document of its kind has, and is none. */
export function isJsonSchema(head: string): boolean {
  return /"\$schema"\s{0,20}:\s{0,20}"https?:\/\/json-schema\.org\//.test(head)
}
