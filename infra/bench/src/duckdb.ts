import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** DuckDB in this process with the rows of `bare.customer`. */
export async function openDuckdb(databaseUrl: string, directory: string) {
  const file = path.join(directory, 'customers.csv')
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  await pipeline(
    database.query(copyTo('copy bare.customer to stdout with (format csv, header)')),
    createWriteStream(file),
  )
  await database.end()
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`create table customer as select * from read_csv('${file}')`)
  return {
    /** @returns the rows of a statement, as arrays of values */
    ask: async (text: string, threads: number) => {
      await connection.run(`set threads = ${threads}`)
      return (await connection.runAndReadAll(text)).getRows()
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
