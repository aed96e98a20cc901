import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** A file of the scripted server. */
export interface ServedFile {
  bytes: Buffer
  modified: Date
}

/** How the scripted server behaves; every field may be changed between two polls. */
export interface FtpScript {
  readonly files: Map<string, ServedFile>
  /** Form of its listings. `no-times`: MLSD with type and size alone; `names`: MLSD lines without facts. */
  listing: 'mlsd' | 'unix' | 'dos' | 'no-times' | 'names'
  user: string
  password: string
  epsv: boolean
  /** What PASV says as its address. */
  pasvAddress: string
  /** Commands answered with 550, as an account without rights gets. */
  readonly refused: Set<string>
  /** RETR of these breaks the data connection after so many bytes, and the control connection with it. */
  readonly cutAfter: Map<string, number>
  /** RETR of these ends quietly after so many bytes, with 226. */
  readonly shortened: Map<string, number>
  /** RETR of these never ends: a byte now and then. */
  readonly dripping: Set<string>
  /** Called when a file is about to be sent. */
  onRetr?: (name: string) => void
  /** Files are there but not listed; only the further lines are. */
  unlisted: boolean
  /** Further lines of every listing, raw. */
  readonly extraLines: string[]
  readonly tls?: { readonly key: string; readonly cert: string }
  readonly implicit?: boolean
}

export interface ScriptedFtp {
  readonly port: number
  readonly script: FtpScript
  /** Every command that came, passwords included. */
  readonly commands: string[]
  put(name: string, content: string | Buffer, modified?: Date): void
  stop(): Promise<void>
}

const script = (): FtpScript => ({
  files: new Map(),
  listing: 'mlsd',
  user: 'desk',
  password: 'sesame-7',
  epsv: true,
  pasvAddress: '127,0,0,1',
  refused: new Set(),
  cutAfter: new Map(),
  shortened: new Map(),
  dripping: new Set(),
  unlisted: false,
  extraLines: [],
})

/** An FTP server that does what a test tells it to: the faults of real ones, at will. */
export async function startScriptedFtp(options: Partial<FtpScript> = {}): Promise<ScriptedFtp> {
  const state: FtpScript = { ...script(), ...options }
  const commands: string[] = []
  const sockets = new Set<Socket>()
  const servers = new Set<Server>()
  const track = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  }
  const control = createServer({ noDelay: true }, (socket) => {
    track(socket)
    serve(socket, state, commands, servers, track)
  })
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve))
  servers.add(control)
  return {
    port: (control.address() as AddressInfo).port,
    script: state,
    commands,
    put: (name, content, modified = new Date('2031-03-04T11:00:00Z')) => {
      state.files.set(name, { bytes: Buffer.from(content), modified })
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all([...servers].map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}

function serve(
  plain: Socket,
  state: FtpScript,
  commands: string[],
  servers: Set<Server>,
  track: (socket: Socket) => void,
): void {
  let socket: Socket = plain
  let user = ''
  let isIn = false
  let folder = '/'
  let from = ''
  let protect = false
  let data: Promise<Socket> | undefined
  let partial = ''

  const say = (text: string): void => void socket.write(`${text}\r\n`)
  const secure = (raw: Socket): Socket => {
    const tls = new TLSSocket(raw, { isServer: true, key: state.tls!.key, cert: state.tls!.cert })
    track(tls)
    return tls
  }
  const listen = (): void => {
    socket.setEncoding('utf8')
    socket.on('data', (chunk: unknown) => {
      partial += String(chunk)
      const lines = partial.split('\r\n')
      partial = lines.pop() ?? ''
      for (const line of lines) void obey(line)
    })
  }
  const resolve = (name: string): string => {
    const path = name.startsWith('/') ? name : `${folder}/${name}`
    return path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')
  }
  const passive = async (): Promise<number> => {
    const server = createServer({ noDelay: true })
    servers.add(server)
    data = new Promise((done) => {
      server.once('connection', (raw) => {
        track(raw)
        server.close()
        servers.delete(server)
        done(protect ? secure(raw) : raw)
      })
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return (server.address() as AddressInfo).port
  }
  const isFolder = (path: string): boolean =>
    path === '/' || [...state.files.keys()].some((name) => `/${name}`.startsWith(`${path}/`))

  async function send(bytes: Buffer, name = ''): Promise<void> {
    say('150 here it comes')
    const target = await data!
    data = undefined
    const cut = state.cutAfter.get(name)
    if (cut !== undefined) {
      target.write(bytes.subarray(0, cut), () => {
        target.destroy()
        socket.destroy()
      })
      return
    }
    if (state.dripping.has(name)) {
      target.write('x')
      const drip = setInterval(() => target.write('x'), 50)
      target.on('close', () => clearInterval(drip))
      return
    }
    target.end(bytes.subarray(0, state.shortened.get(name)), () => say('226 done'))
  }

  async function obey(line: string): Promise<void> {
    commands.push(line)
    const at = line.indexOf(' ')
    const verb = (at < 0 ? line : line.slice(0, at)).toUpperCase()
    const rest = at < 0 ? '' : line.slice(at + 1)
    if (state.refused.has(verb)) return say('550 not for you')
    if (!isIn && !['USER', 'PASS', 'AUTH', 'OPTS', 'QUIT', 'PBSZ', 'PROT'].includes(verb))
      return say('530 log in first')
    const path = resolve(rest)
    const name = path.slice(1)
    switch (verb) {
      case 'AUTH': {
        if (state.tls === undefined) return say('502 no TLS here')
        say('234 go on')
        socket.removeAllListeners('data')
        socket = secure(plain)
        return listen()
      }
      case 'USER':
        user = rest
        return say('331 and the password?')
      case 'PASS':
        isIn = user === state.user && rest === state.password
        return say(isIn ? '230 welcome' : '530 no such user or password')
      case 'PBSZ':
      case 'OPTS':
      case 'STRU':
        return say('200 ok')
      case 'PROT':
        protect = rest === 'P'
        return say('200 ok')
      case 'TYPE':
        return say('200 type set')
      case 'FEAT':
        return say(
          state.listing === 'unix' || state.listing === 'dos'
            ? '211 nothing'
            : '211-Features\r\n MLST type*;size*;modify*;\r\n211 end',
        )
      case 'PWD':
        return say(`257 "${folder}" is where you are`)
      case 'CWD':
        if (!isFolder(path)) return say('550 no such folder')
        folder = path
        return say('250 moved')
      case 'EPSV':
        if (!state.epsv) return say('502 what?')
        return say(`229 Entering Extended Passive Mode (|||${await passive()}|)`)
      case 'PASV': {
        const port = await passive()
        return say(`227 Entering Passive Mode (${state.pasvAddress},${port >> 8},${port & 255})`)
      }
      case 'MLSD':
      case 'LIST':
        if (verb === 'MLSD' && (state.listing === 'unix' || state.listing === 'dos')) return say('500 what?')
        return send(Buffer.from(listing(state, folder)))
      case 'SIZE': {
        const file = state.files.get(name)
        return say(file === undefined ? '550 no such file' : `213 ${file.bytes.length}`)
      }
      case 'RETR': {
        state.onRetr?.(name)
        const file = state.files.get(name)
        return file === undefined ? say('550 no such file') : send(file.bytes, name)
      }
      case 'RNFR':
        from = name
        return say(state.files.has(name) ? '350 and to?' : '550 no such file')
      case 'RNTO':
        state.files.set(name, state.files.get(from)!)
        state.files.delete(from)
        return say('250 moved')
      case 'DELE':
        return say(state.files.delete(name) ? '250 gone' : '550 no such file')
      case 'MKD':
        return say('257 made')
      case 'QUIT':
        say('221 bye')
        return void socket.end()
      default:
        return say('502 what?')
    }
  }
  if (state.implicit === true) socket = secure(plain)
  listen()
  say('220 Ostwick wire')
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (number: number): string => String(number).padStart(2, '0')

function listing(state: FtpScript, folder: string): string {
  const base = folder === '/' ? '' : `${folder.slice(1)}/`
  const folders = new Set<string>()
  const lines: string[] = []
  for (const [path, file] of state.files) {
    if (!path.startsWith(base)) continue
    const name = path.slice(base.length)
    if (name.includes('/')) folders.add(name.slice(0, name.indexOf('/')))
    else lines.push(fileLine(state.listing, name, file))
  }
  for (const name of folders) lines.push(folderLine(state.listing, name))
  return [...(state.unlisted ? [] : lines), ...state.extraLines].map((line) => `${line}\r\n`).join('')
}

function fileLine(form: FtpScript['listing'], name: string, { bytes, modified }: ServedFile): string {
  const at = modified
  const day = `${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}-${two(at.getUTCFullYear() % 100)}`
  const stamp = at.toISOString().replace(/[-:T]|\.\d+Z/g, '')
  const hour = at.getUTCHours()
  switch (form) {
    case 'unix':
      return `-rw-r--r--   1 wire  desk  ${bytes.length} ${months[at.getUTCMonth()]} ${two(at.getUTCDate())} ${two(hour)}:${two(at.getUTCMinutes())} ${name}`
    case 'dos':
      return `${day}  ${two(hour % 12 || 12)}:${two(at.getUTCMinutes())}${hour < 12 ? 'AM' : 'PM'}  ${String(bytes.length).padStart(18)} ${name}`
    case 'no-times':
      return `type=file;size=${bytes.length}; ${name}`
    case 'names':
      return ` ${name}`
    case 'mlsd':
      return `type=file;size=${bytes.length};modify=${stamp}; ${name}`
  }
}

function folderLine(form: FtpScript['listing'], name: string): string {
  switch (form) {
    case 'unix':
      return `drwxr-xr-x   2 wire  desk  4096 Mar 01 10:00 ${name}`
    case 'dos':
      return `03-01-31  10:00AM       <DIR>          ${name}`
    default:
      return `type=dir;modify=20310301100000; ${name}`
  }
}
