import { describe, expect, test } from 'vitest'
import { readContent } from './testing/read-content.ts'

test('objects, one a line: nested ones by their paths, lists as JSON, what is not there blank', async () => {
  const { recognised, looked, rows, lines } = await readContent(
    [
      '{"name":"Nørd","address":{"city":"Oslo","geo":{"lat":59.9}},"tags":["a, b","c"],"active":true}',
      '',
      '{"name":"Sør","employees":12,"address":{"city":null},"extra":"x"}',
    ].join('\n'),
  )
  expect(recognised).toMatchObject({ format: 'ndjson', encoding: 'utf-8' })
  expect(looked.headers).toEqual([
    'name',
    'address.city',
    'address.geo.lat',
    'tags',
    'active',
    'employees',
    'extra',
  ])
  expect([...looked.typedNumbers]).toEqual(['address.geo.lat', 'employees'])
  expect(rows).toEqual([
    ['Nørd', 'Oslo', '59.9', '["a, b","c"]', 'true', '', ''],
    ['Sør', '', '', '', '', '12', 'x'],
  ])
  expect(lines).toEqual([1, 3])
})

test('a list of objects, however it is laid out', async () => {
  const objects = [
    { name: 'Nord }{', note: 'a "b" \\ c\n[d]', inner: { list: [{ a: 1 }] } },
    { name: 'Sør', note: '' },
  ]
  for (const text of [JSON.stringify(objects), JSON.stringify(objects, null, 2)]) {
    const { recognised, rows } = await readContent(text)
    expect(recognised.format).toBe('json')
    expect(rows).toEqual([
      ['Nord }{', 'a "b" \\ c\n[d]', '[{"a":1}]'],
      ['Sør', '', ''],
    ])
  }
  expect((await readContent(JSON.stringify(objects, null, 2))).lines).toEqual([2, 13])
})

test('a line that is no object costs its row', async () => {
  const { rows, problems } = await readContent('{"name":"Nord"}\n{"name":"Sør"\n[1]\n"x"\n{"name":"Øst"}\n')
  expect(rows.map(([name]) => name)).toEqual(['Nord', '{"name":"Sør"', '[1]', '"x"', 'Øst'])
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['2', '3', '4'])
})

describe('numbers', () => {
  test('are typed by the file but for one in fifty', async () => {
    const numbers = Array.from({ length: 50 }, (_, id) => ({ id, size: id + 0.125, weight: id }))
    const objects = [...numbers, { id: 50, size: 'unknown', weight: 'a' }, { id: 51, weight: 'b' }]
    const { looked } = await readContent(JSON.stringify(objects))
    expect([...looked.typedNumbers]).toEqual(['id', 'size'])
  })

  test('keep their figures', async () => {
    const { rows } = await readContent(
      '{"name":"x","id":12345678901234567890,"small":1e-7,"large":1e21,"whole":1.0}',
    )
    expect(rows[0]).toEqual(['x', '12345678901234567890', '0.0000001', '1000000000000000000000', '1'])
  })
})

test('a list far longer than its chunks is read object by object', async () => {
  const objects = Array.from({ length: 20_000 }, (_, id) => ({ id, name: `Cømpany "${id}" {` }))
  const { rows } = await readContent(JSON.stringify(objects))
  expect(rows).toEqual(objects.map(({ id, name }) => [String(id), name]))
})

test('an object beyond all measure is refused', async () => {
  await expect(readContent(`{"name":"${'x'.repeat(2 << 20)}`)).rejects.toMatchObject({
    code: 'RECORD_TOO_LONG',
  })
})
