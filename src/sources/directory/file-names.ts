/** Names under which programs write a file they have not finished: FTP clients, browsers, editors, rsync, Office. */
const unfinished =
  /(?:\.(?:tmp|temp|part|partial|filepart|crdownload|download|inprogress|writing|lock|swp|swx|bak)|~)$/i

/** Names of markers that say another file is whole. */
const marker = /\.(?:done|ok|ready|trg|trigger|complete)$/i

/** True for files that are never news: hidden, unfinished, markers, what operating systems leave about. */
export function isIgnoredName(name: string, doneSuffix?: string): boolean {
  if (name.startsWith('.') || name.startsWith('~$')) return true
  if (unfinished.test(name) || marker.test(name)) return true
  if (doneSuffix !== undefined && name.toLowerCase().endsWith(doneSuffix.toLowerCase())) return true
  return /^(?:thumbs\.db|desktop\.ini)$/i.test(name)
}

/** The marker names under which a program may say that `name` is whole: story.xml.done, story.done. */
export function markersOf(name: string, suffix: string): readonly string[] {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? [name + suffix, name.slice(0, dot) + suffix] : [name + suffix]
}
