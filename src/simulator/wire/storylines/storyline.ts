import type { Desk } from '../desk.ts'

/** A piece of the script: files everything that belongs to it, beginning at the given second. */
export interface Storyline {
  readonly name: string
  readonly file: (desk: Desk, atSeconds: number) => void
}

export const minute = 60
export const hour = 3600
