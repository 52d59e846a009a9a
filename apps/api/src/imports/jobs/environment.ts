import type { Database } from '@profilkort/database/connect'
import type { Logger } from '../../http/logger.ts'
import type { ImportFiles } from './import-files.ts'

/** What imports are run with. */
export interface ImportEnvironment {
  readonly db: Database
  readonly files: ImportFiles
  /** A step writes so many rows, or fewer. */
  readonly chunkRows: number
  readonly clock: () => Date
  readonly logger: Logger
}
