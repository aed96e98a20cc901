/**
 * same-copy: the same text, whole, trimmed, localised or updated. version: an earlier or later telling that shares its
 * lede. related: shares text and a slug, or is the same form filled otherwise. different: neither.
 */
export type CopyRelation = 'same-copy' | 'version' | 'related' | 'different'
