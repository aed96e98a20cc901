import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sharedHttpClient, closeSharedHttpClient } from '../sources/http/shared-client.ts'
import { statusFault } from '../sources/http/status-fault.ts'
import type { NewReceipt } from '../store/receipts.ts'
import { WireError } from '../story/errors.ts'
import { UsageFault } from './exit.ts'

/** A document on disk or on the web, not read yet. */
export interface NamedDocument {
  /** As it was named, for the person. */
  readonly name: string
  readonly read: () => Promise<NewReceipt>
}

export interface ReadLimits {
  readonly documentBytes: number
  readonly allowPrivate: boolean
}

const deadlineMs = 30_000

/**
 * Everything the arguments name: files, every file of folders (hidden ones and links left out), URLs. Nothing is read
 * yet.
 * @throws UsageFault when a path does not exist
 */
export async function listDocuments(names: readonly string[], limits: ReadLimits): Promise<NamedDocument[]> {
  const documents: NamedDocument[] = []
  for (const name of names) {
    if (/^https?:\/\//i.test(name)) {
      documents.push({ name, read: () => fetchDocument(name, limits) })
      continue
    }
    const found = await stat(name).catch(() => undefined)
    if (found === undefined) throw new UsageFault(`${name}: no such file or folder.`)
    const paths = found.isDirectory() ? await listFiles(name) : [name]
    for (const path of paths) documents.push({ name: path, read: () => readDocument(path, limits) })
  }
  return documents
}

/** Closes what reading opened. */
export async function closeDocuments(): Promise<void> {
  await closeSharedHttpClient()
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const paths: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) paths.push(...(await listFiles(path)))
    else if (entry.isFile()) paths.push(path)
  }
  return paths
}

async function readDocument(path: string, limits: ReadLimits): Promise<NewReceipt> {
  let file
  try {
    file = await open(path, 'r')
    const { size } = await file.stat()
    if (size > limits.documentBytes) {
      throw new WireError('source.too-large', `${path} has ${size} bytes, the limit is ${limits.documentBytes}`)
    }
    return { offerKey: path, fileName: basename(path), bytes: await file.readFile() }
  } catch (error) {
    if (error instanceof WireError) throw error
    throw new WireError('source.path', `${path}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`)
  } finally {
    await file?.close()
  }
}

async function fetchDocument(url: string, limits: ReadLimits): Promise<NewReceipt> {
  const answer = await sharedHttpClient().get({
    url,
    deadlineMs,
    maxBytes: limits.documentBytes,
    allowPrivate: limits.allowPrivate,
  })
  const fault = statusFault(answer, new Date())
  if (fault !== undefined) throw fault
  const contentType = answer.headers.get('content-type')
  return {
    offerKey: answer.url,
    url: answer.url,
    bytes: answer.bytes,
    ...(contentType === undefined ? {} : { contentType }),
  }
}
