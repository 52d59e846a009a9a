// Prints the contract to packages/client/schema.graphql. A test compares, so that each change of it is a reviewed line.
import { writeFileSync } from 'node:fs'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

/** The schema as it is committed. */
export function printContract(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}

if (import.meta.main) {
  writeFileSync(new URL('../../../../packages/client/schema.graphql', import.meta.url), printContract())
}
