// The limit of taking events in: `node:http`, `pg` and one statement for a request's batch, the body passed through.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(`
  create schema bare;
  create table bare.event (message_id text primary key, user_id text, anonymous_id text, type text, name text,
    at timestamptz, properties jsonb, context json);
  create index on bare.event (user_id, at)`)

const text = `insert into bare.event
  select "messageId", "userId", "anonymousId", type, event, timestamp, properties, context
  from json_to_recordset($1::json -> 'batch') as given("messageId" text, "userId" text, "anonymousId" text, type text,
    event text, timestamp timestamptz, properties jsonb, context json)
  on conflict do nothing`

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    pool.query({ name: 'events', text, values: [Buffer.concat(chunks).toString()] }, (error) => {
      response
        .writeHead(error ? 500 : 200, { 'content-type': 'application/json' })
        .end(error ? String(error) : '{"success":true}')
    })
  })
}).listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
process.once('SIGTERM', () => process.exit(0))
