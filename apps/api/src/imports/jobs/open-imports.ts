import { Readable } from 'node:stream'
import type { ImportEvent } from '../events.ts'
import type { ImportRequest } from '../import-request.ts'
import { ImportRefused } from '../problem.ts'
import type { ImportEnvironment } from './environment.ts'
import { followImport, heardNothing } from './follow.ts'
import { keepImport, receiveFile } from './receive-import.ts'
import { type ImportRunner, openImportRunner } from './runner.ts'

/** The imports of this process. */
export interface Imports extends ImportEnvironment {
  readonly runner: ImportRunner
}

export function openImports(environment: ImportEnvironment): Imports {
  return { ...environment, runner: openImportRunner(environment) }
}

/** Imports a text as a user would a file, and waits until it is over. Throws `ImportRefused` where it failed. */
export async function importText(
  imports: Imports,
  workspaceId: string,
  by: string,
  text: string,
  request: ImportRequest,
): Promise<void> {
  const file = await receiveFile(imports.files, Readable.from([text]))
  const key = await keepImport(imports, workspaceId, by, file, request)
  imports.runner.wake(workspaceId)
  let last: ImportEvent | undefined
  for await (const { event } of followImport(imports.db, key, heardNothing, AbortSignal.timeout(patience))) {
    last = event
  }
  if (last?.type === 'failed') throw new ImportRefused(last.code, last.message)
  if (last?.type !== 'report') throw new Error(`The import of ${request.fileName} did not end`)
}

const patience = 10 * 60_000
