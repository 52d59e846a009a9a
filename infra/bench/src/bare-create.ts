// The limit of creating a customer: `node:http`, `pg` and one statement that writes one row with its values.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(`
  create schema bare;
  create table bare.customer (id uuid primary key, kind text not null, name text not null, organisation_number text unique,
    attributes jsonb not null, created_at timestamptz not null default now())`)

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (data: Buffer) => {
    body += data.toString()
  })
  request.on('end', () => {
    const { name, attributes } = JSON.parse(body) as {
      name: string
      attributes: readonly { readonly key: string; readonly value: unknown }[]
    }
    const values = Object.fromEntries(attributes.map(({ key, value }) => [key, value]))
    const id = randomUUID()
    const statement =
      'insert into bare.customer (id, kind, name, organisation_number, attributes) values ($1, $2, $3, $4, $5) returning id, name'
    const given = [id, 'company', name, values.organisationNumber ?? id, JSON.stringify(values)]
    pool.query<{ id: string }>({ name: 'create', text: statement, values: given }, (error, result) => {
      response.writeHead(error ? 500 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(error ?? result.rows[0]))
    })
  })
}).listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
process.once('SIGTERM', () => process.exit(0))
