import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { url, db, makeWorkspace } = await startTestServer()

async function take(workspace: TestWorkspace, request: object, content: string) {
  const answer = await importFile(url, workspace.secretKey, { kind: 'companies', ...request }, content)
  const { inserted, rejected, notes } = answer.one('report')
  return {
    counts: { inserted, rejected },
    notes: notes.map(({ code, rows, lines }) => ({ code, rows, lines })),
    messages: notes.map(({ message }) => message).join('\n'),
    rejects: answer.all('rejected').map(({ line, reason }) => `${line}: ${reason}`),
  }
}

const held = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, async (tx) => {
    const rows = await tx.selectFrom('customer').select(['name', 'attributes']).orderBy('name').execute()
    return rows.map(({ name, attributes }) => [name, attributes])
  })

test('organisation numbers that are none are kept, and told of with their lines', async () => {
  const workspace = await makeWorkspace()
  const { counts, notes, messages } = await take(
    workspace,
    {},
    'id;Navn;Orgnr\n1;A;923609016\n2;B;123456789\n3;C;92360901\n4;D;000000000\n5;E;ikke registrert\n6;F;NO 958 935 420 MVA\n7;G;\n',
  )
  expect(counts).toEqual({ inserted: 7, rejected: 0 })
  expect(notes).toContainEqual({ code: 'noOrganisationNumber', rows: 4, lines: [3, 4, 5, 6] })
  expect(messages).toMatch(/4 rows with something in "Orgnr" that is no organisation number of Norway/)
  expect((await held(workspace))[1]).toEqual(['B', { organisationNumber: '123456789' }])
})

test('and so are e-mails, of contacts and of orders', async () => {
  const workspace = await makeWorkspace()
  const contacts = await take(
    workspace,
    { kind: 'contacts' },
    'Navn;E-post\nKari;kari@example\nOla;a@b@c\nEva;ikke-epost\nPer;per@nord.no\n',
  )
  expect(contacts.counts).toEqual({ inserted: 4, rejected: 0 })
  expect(contacts.notes).toContainEqual({ code: 'noEmail', rows: 3, lines: [2, 3, 4] })
  const orders = await take(
    workspace,
    { kind: 'orders' },
    'order id;date;amount;email\n1;2026-01-01;5;per@nord.no\n2;2026-01-01;5;per\n',
  )
  expect(orders.notes).toContainEqual({ code: 'noEmail', rows: 1, lines: [3] })
})

test('blank cells beyond the header cost nothing, others their row', async () => {
  const workspace = await makeWorkspace()
  const { counts, rejects } = await take(workspace, {}, 'Navn;Ansatte\nA;1;\nB;2; ;\nC;3;x\n')
  expect(counts).toEqual({ inserted: 2, rejected: 1 })
  expect(rejects).toEqual([expect.stringMatching(/^4: the row has 3 cells where the header has 2/)])
  expect(await held(workspace)).toEqual([
    ['A', { employees: 1 }],
    ['B', { employees: 2 }],
  ])
})

test.each(['\0', '\u0007', '\v', '\u001f'])(
  'the control character %j in a cell costs its row at most',
  async (sign) => {
    const workspace = await makeWorkspace()
    const { counts, rejects } = await take(workspace, {}, `Navn;Ansatte\nA${sign}a;1\nB;2\nC;3\n`)
    expect(counts.inserted + counts.rejected).toBe(3)
    expect(counts.rejected).toBe(sign === '\0' ? 1 : 0)
    if (sign === '\0') expect(rejects[0]).toMatch(/^2: Navn: the cell has a character that could not be read/)
  },
)

test.each(['', '"'])('a cell of more than 1 MiB, within [%s], costs its row', async (quote) => {
  const workspace = await makeWorkspace()
  const long = `${quote}${'x'.repeat(1.5 * 1024 * 1024)}${quote}`
  const { counts, rejects } = await take(workspace, {}, `Navn;Note\nA;a\nB;${long}\nC;c\n`)
  expect(counts).toEqual({ inserted: 2, rejected: 1 })
  expect(rejects).toEqual(['3: the row is longer than 1 MiB; shorten it and import it again'])
})
