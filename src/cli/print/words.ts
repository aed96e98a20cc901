const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-03-12 14:02:07 +01:00`: a time on this machine's clock, with its zone. */
export function moment(time: Date): string {
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${clockTime(time)} ${zoneOf(time)}`
}

/** `14:02:07` */
export function clockTime(time: Date): string {
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`
}

/** `+01:00`, or `UTC`. */
export function zoneOf(time: Date): string {
  const offset = -time.getTimezoneOffset()
  if (offset === 0) return 'UTC'
  const size = Math.abs(offset)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** `0.4 s`, `42 s`, `3 min`, `5 h 10 min`, `2 d 4 h`. */
export function duration(seconds: number): string {
  const size = Math.max(0, seconds)
  if (size < 10) return `${size.toFixed(1)} s`
  if (size < 120) return `${Math.round(size)} s`
  if (size < 7200) return `${Math.round(size / 60)} min`
  if (size < 172_800) return `${Math.floor(size / 3600)} h ${Math.round((size % 3600) / 60)} min`
  return `${Math.floor(size / 86_400)} d ${Math.round((size % 86_400) / 3600)} h`
}

/** `3 min ago`, `in 42 s`, `never`. */
export function ago(time: Date | null, now: Date): string {
  if (time === null) return 'never'
  const seconds = (now.getTime() - time.getTime()) / 1000
  if (Math.abs(seconds) < 1) return 'now'
  return seconds >= 0 ? `${duration(seconds)} ago` : `in ${duration(-seconds)}`
}

/** `1 story`, `2 stories`, `1,204 stories`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

/** `6.1 kB` */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
