/** What Node itself may need; nothing of it is a secret. */
const needed = ['PATH', 'SYSTEMROOT', 'TEMP', 'TMPDIR', 'TZ', 'NODE_ICU_DATA']

/** The environment of a process that handles what strangers send: none of the worker's settings, none of its secrets. */
export function bareEnvironment(): Record<string, string> {
  return Object.fromEntries(
    needed.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
