import { generate, PostgresDialect } from 'kysely-codegen'
import type { Database } from '../connect.ts'

/** The text of `database.generated.ts` for a migrated database. */
export function generateTypes(db: Database): Promise<string> {
  const dialect = new PostgresDialect({ dateParser: 'string', numericParser: 'number' })
  return generate({ db, dialect, outFile: null, excludePattern: 'schema_migration' })
}
