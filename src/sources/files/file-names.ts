/** Names under which programs write a file they have not finished: FTP clients, browsers, editors, rsync, Office. */
const unfinished =
  /(?:\.(?:tmp|temp|part|partial|filepart|crdownload|download|inprogress|writing|lock|swp|swx|bak)|~)$/i

/** Names of markers that say another file is whole. */
const marker = /\.(?:done|ok|ready|trg|trigger|complete)$/i

/** Longer names are no file system's. */
const longestName = 255

/** Which names a feed wants. */
export interface WantedNames {
  readonly extensions?: readonly string[] | undefined
  readonly names?: readonly string[] | undefined
  readonly doneSuffix?: string | undefined
}

/** True for files that are never news: hidden, unfinished, markers, what operating systems leave about. */
export function isIgnoredName(name: string, doneSuffix?: string): boolean {
  if (name.startsWith('.') || name.startsWith('~$')) return true
  if (unfinished.test(name) || marker.test(name)) return true
  if (doneSuffix !== undefined && name.toLowerCase().endsWith(doneSuffix.toLowerCase())) return true
  return /^(?:thumbs\.db|desktop\.ini)$/i.test(name)
}

/** True for a file that may be news and that the settings ask for. `name` is without folders. */
export function isWantedName(name: string, wanted: WantedNames): boolean {
  if (isIgnoredName(name, wanted.doneSuffix)) return false
  const lower = name.toLowerCase()
  if (wanted.extensions?.some((ending) => lower.endsWith(ending.toLowerCase())) === false) return false
  return wanted.names?.some((pattern) => matchesPattern(lower, pattern.toLowerCase())) ?? true
}

/** The marker names under which a program may say that `name` is whole: story.xml.done, story.done. */
export function markersOf(name: string, suffix = '.done'): readonly string[] {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? [name + suffix, name.slice(0, dot) + suffix] : [name + suffix]
}

/**
 * True for a name a server may have for an entry of a folder. One with a separator, a control character or dots alone
 * would lead elsewhere or end a command line; one that is not in the expected charset (U+FFFD) cannot be asked for.
 */
export function isPlainName(name: string): boolean {
  if (name === '' || name === '.' || name === '..' || name.length > longestName) return false
  return !/[/\\\u0000-\u001f\u007f\ufffd]/.test(name)
}

/** `*` stands for any run of characters, `?` for one; everything else for itself. Takes length times length at most. */
export function matchesPattern(name: string, pattern: string): boolean {
  let at = 0
  let in_ = 0
  let star = -1
  let resume = 0
  while (at < name.length) {
    if (in_ < pattern.length && (pattern[in_] === '?' || pattern[in_] === name[at]) && pattern[in_] !== '*') {
      at += 1
      in_ += 1
    } else if (pattern[in_] === '*') {
      star = in_
      resume = at
      in_ += 1
    } else if (star >= 0) {
      resume += 1
      at = resume
      in_ = star + 1
    } else return false
  }
  while (pattern[in_] === '*') in_ += 1
  return in_ === pattern.length
}
