// The limit of a published read: `node:http`, `pg` and one hand-written statement over plain tables, passed through.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { words } from './content.ts'

const count = Number(process.argv[2])
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

await pool.query(`
  create schema bare;
  create table bare.profile (id int primary key, slug text unique, revision int, published_at timestamptz, locale text,
    name text, summary text, quote text);
  create table bare.section (profile_id int, position int, key text, title text, primary key (profile_id, position));
  create table bare.field (profile_id int, section int, position int, key text, label text, text text,
    primary key (profile_id, section, position));
  create table bare.persona (profile_id int, position int, slug text, name text, summary text, quote text,
    primary key (profile_id, position))`)
for (let id = 0; id < 100; id++) {
  const slug = `profil-${String(id).padStart(4, '0')}`
  await pool.query('insert into bare.profile values ($1, $2, 1, now(), $3, $4, $5, $6)', [
    id,
    slug,
    'nb',
    `Profil ${slug}`,
    words(200, slug.length),
    words(80, 3),
  ])
  for (let section = 0; section < 4; section++) {
    await pool.query('insert into bare.section values ($1, $2, $3, $4)', [
      id,
      section,
      `section${section}`,
      `Del ${section}`,
    ])
    for (let field = 0; field < 6; field++) {
      const key = `field${section}x${field}`
      const values = [id, section, field, key, `Felt ${key}`, words(110, section * 6 + field)]
      await pool.query('insert into bare.field values ($1, $2, $3, $4, $5, $6)', values)
    }
  }
  for (let persona = 0; persona < 3; persona++) {
    const values = [
      id,
      persona,
      `persona-${persona}`,
      `Profil persona-${persona}`,
      words(200, 9),
      words(80, 3),
    ]
    await pool.query('insert into bare.persona values ($1, $2, $3, $4, $5, $6)', values)
  }
}
await pool.query('analyze')

const one = `json_build_object('slug', p.slug, 'revision', p.revision, 'publishedAt', p.published_at,
  'resolvedLocale', p.locale, 'name', p.name, 'summary', p.summary, 'quote', p.quote,
  'sections', (select json_agg(json_build_object('key', s.key, 'title', s.title, 'fields',
      (select json_agg(json_build_object('key', f.key, 'label', f.label, 'text', f.text) order by f.position)
       from bare.field f where f.profile_id = s.profile_id and f.section = s.position)) order by s.position)
    from bare.section s where s.profile_id = p.id),
  'personas', (select json_agg(json_build_object('slug', a.slug, 'name', a.name, 'summary', a.summary, 'quote', a.quote)
      order by a.position) from bare.persona a where a.profile_id = p.id))`
const statement =
  count === 1
    ? {
        name: 'one',
        text: `select json_build_object('data', json_build_object('profile', ${one}))::text as body
          from bare.profile p where p.slug = $1`,
      }
    : {
        name: 'many',
        text: `select json_build_object('data', json_build_object('profiles', json_agg(${one} order by p.slug)))::text as body
          from (select * from bare.profile order by slug limit $1) p`,
      }

const server = createServer((request, response) => {
  const values = count === 1 ? [request.url?.slice(1)] : [count]
  pool.query<{ body: string }>({ ...statement, values }, (_error, { rows }) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0]?.body)
  })
}).listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
process.once('SIGTERM', () => process.exit(0))
