// Strips the types of a module as it is loaded, so that a test can start a part of the program as a process of its own.
import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'

// Loaded twice: by --import, where it registers itself, and by Node in the thread that runs the hooks.
if (isMainThread) register(import.meta.url)

const compilerOptions = { target: 'ES2023', module: 'ESNext', verbatimModuleSyntax: true }

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  const { default: typescript } = await import('typescript')
  const text = await readFile(fileURLToPath(url), 'utf8')
  return {
    format: 'module',
    shortCircuit: true,
    source: typescript.transpileModule(text, { compilerOptions }).outputText,
  }
}
