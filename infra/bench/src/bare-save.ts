// The limit of a draft save: `node:http`, `pg` and one statement that writes a whole revision and moves the number.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { words } from './content.ts'

const editors = Number(process.argv[2])
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(`
  create schema bare;
  create table bare.profile (id int primary key, revision int not null);
  create table bare.revision (profile_id int references bare.profile, revision int, content jsonb, at timestamptz,
    primary key (profile_id, revision))`)
for (let id = 0; id < editors; id++) await pool.query('insert into bare.profile values ($1, 1)', [id])

const content: { [field: string]: { kind: 'text'; text: { nb: string } } } = Object.fromEntries(
  Array.from({ length: 24 }, (_, index) => [
    `field${index}`,
    { kind: 'text', text: { nb: words(110, index) } },
  ]),
)
let turn = 0

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (data: Buffer) => {
    body += data.toString()
  })
  request.on('end', () => {
    const { field, text } = JSON.parse(body) as { field: string; text: string }
    const saved = { ...content, [field]: { kind: 'text', text: { nb: text } } }
    const values = [turn++ % editors, JSON.stringify(saved)]
    const statement = `with moved as (update bare.profile set revision = revision + 1 where id = $1 returning id, revision)
      insert into bare.revision select id, revision, $2, now() from moved returning revision`
    pool.query<{ revision: number }>({ name: 'save', text: statement, values }, (_error, { rows }) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows[0]))
    })
  })
}).listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
process.once('SIGTERM', () => process.exit(0))
