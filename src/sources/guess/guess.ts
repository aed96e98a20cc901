import { access } from 'node:fs/promises'
import { WireError } from '../../story/errors.ts'
import type { HttpClient } from '../http/client.ts'
import { sharedHttpClient } from '../http/shared-client.ts'
import { guessBucket } from './guess-bucket.ts'
import { guessFolder } from './guess-folder.ts'
import { guessMailbox } from './guess-mailbox.ts'
import { guessServer, isServerScheme } from './guess-server.ts'
import { guessUrl } from './guess-url.ts'
import type { Guess } from './outcome.ts'

const scheme = /^([a-z][a-z0-9+.-]{1,20}):\/\//i
/** "wire.example/feed": a host with a dot, then perhaps a path. */
const bareHost = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?::\d{1,5})?(?:\/.{0,2000})?$/i

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * Finds out what an address or a folder is by trying it once. Throws a WireError whose detail says in words what is
 * wrong: source.path, source.bad-answer (a page without a feed), config.invalid (a key in the URL), and whatever the
 * request ended in.
 */
export async function guessSource(
  urlOrPath: string,
  options: { readonly http?: HttpClient; readonly allowPrivate?: boolean } = {},
): Promise<Guess> {
  const text = urlOrPath.trim()
  const http = options.http ?? sharedHttpClient()
  const named = scheme.exec(text)?.[1]?.toLowerCase()
  if (named === 'http' || named === 'https') {
    if (!URL.canParse(text)) throw new WireError('config.invalid', `${text.slice(0, 200)} is not a URL`)
    return guessUrl(http, text, options.allowPrivate ?? false)
  }
  if (named !== undefined && isServerScheme(named)) return guessServer(text, options.allowPrivate ?? false)
  if (named === 'imap' || named === 'imaps') return guessMailbox(text, options.allowPrivate ?? false)
  if (named === 's3') return guessBucket(text)
  if (named !== undefined && named !== 'file') {
    throw new WireError(
      'config.invalid',
      `there is no source for ${named}:// yet. Let another program fetch into a folder, and add the folder as a feed.`,
    )
  }
  const path = named === 'file' ? decodeURIComponent(new URL(text).pathname) : text
  if (named === undefined && bareHost.test(text) && !(await exists(path))) {
    return guessUrl(http, `https://${text}`, options.allowPrivate ?? false)
  }
  return guessFolder(path)
}
