// The limit of a list: `node:http`, `pg` and one hand-written statement over a typed, rightly indexed table, passed through.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const text = `select json_build_object('data', json_build_object('customers', json_build_object(
    'totalCount', (select count(*) from bare.customer where industry = $1 and employees >= $2),
    'nodes', (select json_agg(json_build_object('id', id, 'name', name, 'stage', stage, 'attributes', json_build_array(
        json_build_object('key', 'industry', 'value', industry), json_build_object('key', 'employees', 'value', employees),
        json_build_object('key', 'turnover', 'value', json_build_object('amount', turnover, 'currency', 'NOK')))))
      from (select * from bare.customer where industry = $1 and employees >= $2
        order by turnover desc, id desc limit 50) as page))))::text as body`

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (data: Buffer) => {
    body += data.toString()
  })
  request.on('end', () => {
    const { industry, employees } = JSON.parse(body) as { industry: string; employees: number }
    pool.query<{ body: string }>(
      { name: 'list', text, values: [industry, employees] },
      (_error, { rows }) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0]?.body)
      },
    )
  })
}).listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
process.once('SIGTERM', () => process.exit(0))
