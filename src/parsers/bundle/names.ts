/** Files that come along and are no news: folders' leavings, checksums, style sheets, DTDs. */
const leavings = /(?:^|\/)(?:__MACOSX\/|\._|\.[^/]{1,100}$|Thumbs\.db$|desktop\.ini$)|\.(?:dtd|xsd|xsl|xslt|css|js|md5|sha\d{0,3}|sig|asc|ready|done|lck|log)$/i // prettier-ignore

/** Files that may be news and are not read here: clips, documents. */
const unread = /\.(?:mp4|mov|m4v|mpe?g|avi|wmv|webm|mp3|wav|m4a|aac|ogg|pdf|docx?|xlsx?|pptx?|eps|ai|psd|gif|svg|heic|avif)$/i // prettier-ignore

export function isLeaving(name: string): boolean {
  return leavings.test(name)
}

export function isUnread(name: string): boolean {
  return unread.test(name)
}

/** Name without folders, lower case. */
export function baseName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? name).toLowerCase()
}

/** Folder and name without extension and without a picture's number: "a/ab12_2.jpg" goes with "a/ab12.xml". */
export function stemOf(name: string, numbered = false): string {
  const stem = name.toLowerCase().replace(/\.[a-z0-9]{1,5}$/, '')
  return numbered ? stem.replace(/[-_.]\d{1,3}$/, '') : stem
}
