import { z } from 'zod'
import { configSchema } from './schema.ts'

/** One setting that a variable can set: a leaf of the schema. */
export interface Setting {
  /** As written in the file, with dots: "ingest.batchSize". */
  readonly key: string
  readonly path: readonly string[]
  readonly variable: string
  readonly kind: 'text' | 'number' | 'flag' | 'list'
  readonly description: string
  /** The default; undefined when there is none. */
  readonly preset: unknown
  /** The values it may take: a range, a list; empty when anything goes. */
  readonly range: string
}

interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly enum?: readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
}

/** The two variables that other programs share; all others begin with WRITETHRU_. */
const shared: Readonly<Record<string, string>> = { databaseUrl: 'DATABASE_URL', queueUrl: 'QUEUE_URL' }

/** Every setting of the schema that can also come from the environment: all but the feeds. */
export function listSettings(): readonly Setting[] {
  const shape = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }) as Shape
  return leaves(shape, []).filter((setting) => setting.key !== 'feeds')
}

/** The keys of a feed, for the configuration page. */
export function listFeedKeys(): readonly Setting[] {
  const shape = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }) as Shape
  return leaves(shape.properties?.['feeds']?.items ?? {}, [])
}

function leaves(shape: Shape, above: readonly string[]): Setting[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, part]) => {
    const path = [...above, name]
    if (part.properties) return leaves(part, path)
    const key = path.join('.')
    return [
      {
        key,
        path,
        variable: shared[key] ?? `WRITETHRU_${path.map(upperSnake).join('_')}`,
        kind: kindOf(part),
        description: part.description ?? '',
        preset: part.default,
        range: rangeOf(part),
      },
    ]
  })
}

function kindOf(part: Shape): Setting['kind'] {
  if (part.type === 'array') return 'list'
  if (part.type === 'boolean') return 'flag'
  return part.type === 'integer' || part.type === 'number' ? 'number' : 'text'
}

function rangeOf(part: Shape): string {
  const choices = part.enum ?? part.items?.enum
  if (choices) return choices.join(', ')
  const least = part.exclusiveMinimum === undefined ? part.minimum : `more than ${part.exclusiveMinimum}`
  return least === undefined || part.maximum === undefined ? '' : `${least} to ${part.maximum}`
}

const upperSnake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
