import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** The limit of an import: COPY of the file as it is into a table of texts. @returns seconds */
export async function measureCopy(database: pg.Client, file: string): Promise<number> {
  await database.query('drop table if exists bare_company')
  await database.query(
    'create table bare_company (a text, b text, c text, d text, e text, f text, g text, h text, i text, j text, k text, l text)',
  )
  const started = performance.now()
  const copy = database.query(copyFrom('copy bare_company from stdin (format csv, header)'))
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), copy)
  const seconds = (performance.now() - started) / 1000
  const answered = database.query('select count(*) from bare_company')
  await answered
  await database.query('drop table bare_company')
  return seconds
}
