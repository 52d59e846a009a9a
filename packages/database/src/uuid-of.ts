import { hash } from 'node:crypto'

/** The UUID of a value that can be written as JSON: the same for the same value, and for no other. */
export function uuidOf(value: unknown): string {
  const hex = hash('sha256', JSON.stringify(value), 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
