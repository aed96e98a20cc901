import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import ssh2 from 'ssh2'
import type { AuthContext, Connection, SFTPWrapper } from 'ssh2'

const { Server, utils } = ssh2
const { STATUS_CODE, OPEN_MODE } = utils.sftp

/** A file of the scripted server. */
export interface ServedFile {
  bytes: Buffer
  modified: Date
  /** Type bits of its mode; a regular file unless said otherwise. */
  mode?: number
}

/** How the scripted server behaves; every field may be changed between two polls. */
export interface SftpScript {
  readonly files: Map<string, ServedFile>
  user: string
  password: string
  /** The password is asked for as a question. */
  asksForPassword: boolean
  /** A public key, in the form of authorized_keys, that is let in. */
  publicKey?: string
  /** Operations answered with permission denied: RENAME, OPEN, REMOVE. */
  readonly refused: Set<string>
  /** Reading these breaks the connection after so many bytes. */
  readonly cutAfter: Map<string, number>
  /** Answers hold at most so many bytes. */
  pieceBytes: number
  onOpen?: (name: string) => void
  onRename?: (name: string) => void
}

export interface ScriptedSftp {
  readonly port: number
  readonly script: SftpScript
  /** Operations with their paths, log-ins included. */
  readonly commands: string[]
  /** Public host key as known_hosts has it: type and base64. */
  readonly hostKey: string
  readonly fingerprint: string
  put(name: string, content: string | Buffer, modified?: Date): void
  stop(): Promise<void>
}

const keyPair = utils.generateKeyPairSync('ed25519')

/** An SFTP server that does what a test tells it to. */
export async function startScriptedSftp(options: Partial<SftpScript> = {}): Promise<ScriptedSftp> {
  const script: SftpScript = {
    files: new Map(),
    user: 'desk',
    password: 'sesame-7',
    asksForPassword: false,
    refused: new Set(),
    cutAfter: new Map(),
    pieceBytes: 32_768,
    ...options,
  }
  const commands: string[] = []
  const sockets = new Set<Socket>()
  const ssh = new Server({ hostKeys: [keyPair.private] }, (client) => welcome(client, script, commands))
  // A socket of our own below, so that a test can cut it.
  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    ;(ssh as unknown as { injectSocket(socket: Socket): void }).injectSocket(socket)
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const parsed = utils.parseKey(keyPair.public)
  if (parsed instanceof Error) throw parsed
  return {
    port: (listener.address() as AddressInfo).port,
    script,
    commands,
    hostKey: keyPair.public.split(' ').slice(0, 2).join(' '),
    fingerprint: await fingerprint(parsed.getPublicSSH()),
    put: (name, content, modified = new Date('2031-03-04T11:00:00Z')) => {
      script.files.set(name, { bytes: Buffer.from(content), modified })
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}

async function fingerprint(key: Buffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(key))
  return `SHA256:${Buffer.from(digest).toString('base64').replace(/=+$/, '')}`
}

function welcome(client: Connection, script: SftpScript, commands: string[]): void {
  client.on('error', () => {})
  client.on('authentication', (context: AuthContext) => {
    commands.push(`auth ${context.method}`)
    if (context.username !== script.user) return context.reject()
    if (context.method === 'password' && !script.asksForPassword && context.password === script.password) {
      return context.accept()
    }
    if (context.method === 'keyboard-interactive' && script.asksForPassword) {
      return context.prompt([{ prompt: 'Password: ', echo: false }], (answers) => {
        if (answers[0] === script.password) context.accept()
        else context.reject()
      })
    }
    if (context.method === 'publickey' && script.publicKey !== undefined) {
      const allowed = utils.parseKey(script.publicKey)
      if (!(allowed instanceof Error) && allowed.getPublicSSH().equals(context.key.data)) return context.accept()
    }
    context.reject(['password', 'publickey', 'keyboard-interactive'])
  })
  client.on('ready', () => {
    client.on('session', (accept) => {
      accept().on('sftp', (begin) => serve(begin(), client, script, commands))
    })
  })
}

interface Opened {
  readonly path: string
  readonly file?: ServedFile
  /** What of a folder is still to be listed. */
  left?: { filename: string; longname: string; attrs: ReturnType<typeof attributesOf> }[]
}

const attributesOf = ({ bytes, modified, mode }: ServedFile) => ({
  mode: mode ?? 0o100644,
  uid: 0,
  gid: 0,
  size: bytes.length,
  atime: 0,
  mtime: Math.floor(modified.getTime() / 1000),
})

function serve(sftp: SFTPWrapper, client: Connection, script: SftpScript, commands: string[]): void {
  const handles = new Map<string, Opened>()
  let count = 0
  const clean = (path: string): string => path.replace(/^\.?\/+|^\.$|\/+$/g, '')
  const handle = (id: number, opened: Opened): void => {
    const key = Buffer.from(`h${(count += 1)}`)
    handles.set(key.toString(), opened)
    sftp.handle(id, key)
  }
  const folderAttributes = { mode: 0o040755, uid: 0, gid: 0, size: 4096, atime: 0, mtime: 1 }
  const isFolder = (path: string): boolean =>
    path === '' || [...script.files.keys()].some((name) => name.startsWith(`${path}/`))

  sftp.on('OPENDIR', (id, raw) => {
    const path = clean(raw)
    commands.push(`OPENDIR ${path}`)
    if (isFolder(path)) handle(id, { path })
    else sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
  })
  const listed = (path: string): NonNullable<Opened['left']> => {
    const base = path === '' ? '' : `${path}/`
    const entries = new Map<string, ReturnType<typeof attributesOf>>()
    for (const [path, file] of script.files) {
      if (!path.startsWith(base)) continue
      const name = path.slice(base.length)
      // A name with a separator in it is served as it stands when a zero byte is before it.
      if (name.startsWith('\0')) entries.set(name.slice(1), attributesOf(file))
      else if (name.includes('/')) entries.set(name.slice(0, name.indexOf('/')), folderAttributes)
      else entries.set(name, attributesOf(file))
    }
    return [...entries].map(([filename, attrs]) => ({ filename, longname: filename, attrs }))
  }
  sftp.on('READDIR', (id, key) => {
    const opened = handles.get(key.toString())
    if (opened === undefined) return sftp.status(id, STATUS_CODE.FAILURE)
    opened.left ??= listed(opened.path)
    const portion = opened.left.splice(0, 100)
    if (portion.length === 0) sftp.status(id, STATUS_CODE.EOF)
    else sftp.name(id, portion)
  })
  sftp.on('OPEN', (id, raw, flags) => {
    const path = clean(raw)
    commands.push(`OPEN ${path}`)
    if (script.refused.has('OPEN') || (flags & OPEN_MODE.WRITE) !== 0) {
      return sftp.status(id, STATUS_CODE.PERMISSION_DENIED)
    }
    const file = script.files.get(path)
    if (file === undefined) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
    handle(id, { path, file })
    script.onOpen?.(path)
  })
  sftp.on('FSTAT', (id, key) => {
    const opened = handles.get(key.toString())
    const file = script.files.get(opened?.path ?? '')
    if (file === undefined) sftp.status(id, STATUS_CODE.FAILURE)
    else sftp.attrs(id, attributesOf(file))
  })
  sftp.on('STAT', (id, raw) => {
    const file = script.files.get(clean(raw))
    if (file === undefined) sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
    else sftp.attrs(id, attributesOf(file))
  })
  sftp.on('READ', (id, key, offset, length) => {
    const opened = handles.get(key.toString())
    const bytes = script.files.get(opened?.path ?? '')?.bytes
    if (opened === undefined || bytes === undefined) return sftp.status(id, STATUS_CODE.FAILURE)
    const cut = script.cutAfter.get(opened.path)
    if (cut !== undefined && offset + length > cut) return void client.end()
    const piece = bytes.subarray(offset, offset + Math.min(length, script.pieceBytes))
    if (piece.length === 0) sftp.status(id, STATUS_CODE.EOF)
    else sftp.data(id, piece)
  })
  sftp.on('CLOSE', (id, key) => {
    handles.delete(key.toString())
    sftp.status(id, STATUS_CODE.OK)
  })
  sftp.on('MKDIR', (id) => sftp.status(id, STATUS_CODE.FAILURE))
  sftp.on('RENAME', (id, rawFrom, rawTo) => {
    const [from, to] = [clean(rawFrom), clean(rawTo)]
    commands.push(`RENAME ${from} ${to}`)
    if (script.refused.has('RENAME')) return sftp.status(id, STATUS_CODE.PERMISSION_DENIED)
    script.onRename?.(from)
    const file = script.files.get(from)
    if (file === undefined) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
    if (script.files.has(to)) return sftp.status(id, STATUS_CODE.FAILURE)
    script.files.set(to, file)
    script.files.delete(from)
    sftp.status(id, STATUS_CODE.OK)
  })
  sftp.on('REMOVE', (id, raw) => {
    const path = clean(raw)
    commands.push(`REMOVE ${path}`)
    if (script.refused.has('REMOVE')) return sftp.status(id, STATUS_CODE.PERMISSION_DENIED)
    sftp.status(id, script.files.delete(path) ? STATUS_CODE.OK : STATUS_CODE.NO_SUCH_FILE)
  })
}
