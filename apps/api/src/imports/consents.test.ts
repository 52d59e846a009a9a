import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { ask, url, makeWorkspace } = await startTestServer()

async function take({ secretKey }: TestWorkspace, kind: string, content: string) {
  const answer = await importFile(url, secretKey, { kind, source: 'crm' }, content)
  return {
    ...answer.one('report'),
    reasons: answer.all('rejected').map(({ line, reason }) => `${line}: ${reason}`),
  }
}

const people = 'kontakt-id;navn;e-post\nK1;Kari Nordmann;kari@example.no\nK2;Ola Nordmann;ola@example.no\n'

test('what people said is taken from a file, once, and decides where they stand', async () => {
  const workspace = await makeWorkspace()
  await take(workspace, 'contacts', people)
  const file = `E-post;Formål;Samtykke;Tidspunkt;Kanal;Gyldig til
kari@example.no;Markedsføring;Ja;01.02.2026 12:30;skjema;01.02.2036
kari@example.no;profilering og vurdering;gitt;01.02.2026;;
ola@example.no;marketing;Ja;01.02.2026;;
ola@example.no;marketing;Trukket tilbake;03.02.2026;telefon;
ny@example.no;marketing;nei;03.02.2026;;
`
  expect(await take(workspace, 'consents', file)).toMatchObject({ inserted: 5, rejected: 0 })
  expect(await take(workspace, 'consents', file)).toMatchObject({ inserted: 0, unchanged: 5 })
  const { body } = await ask(
    '{ customers(kind: PERSON, first: 5) { nodes { name consents { purpose { key } state history { source channel } } } } }',
    { key: workspace.secretKey },
  )
  expect(body.errors).toBeUndefined()
  interface Person {
    readonly name: string
    readonly consents: readonly { readonly purpose: { readonly key: string }; readonly state: string }[]
  }
  const nodes: readonly Person[] = body.data.customers.nodes
  const standing = (name: string) =>
    nodes
      .find((node) => node.name === name)
      ?.consents.filter(({ state }) => state !== 'UNKNOWN')
      .map(({ purpose: { key }, state }) => `${key} ${state}`)
  expect(standing('Kari Nordmann')).toEqual(['marketing GIVEN', 'profiling GIVEN'])
  expect(standing('Ola Nordmann')).toEqual(['marketing WITHDRAWN'])
  expect(standing('ny@example.no')).toEqual(['marketing DENIED'])
})

test('a row that cannot be kept is refused with what to do', async () => {
  const workspace = await makeWorkspace()
  const file = `email,purpose,consent,date,expires,text version
kari@example.no,nyhetsbrev,yes,2026-02-01,,
kari@example.no,marketing,kanskje,2026-02-01,,
kari@example.no,marketing,yes,2096-02-01,,
kari@example.no,marketing,no,2026-02-01,2027-02-01,
kari@example.no,marketing,yes,2026-02-02,,3
,marketing,yes,2026-02-01,,
`
  const { reasons, inserted, rejected } = await take(workspace, 'consents', file)
  expect([inserted, rejected]).toEqual([0, 6])
  expect(reasons).toEqual([
    expect.stringMatching(/^2: purpose: There is no purpose "nyhetsbrev" in use/),
    expect.stringMatching(/^3: consent: "kanskje" is neither given, denied nor withdrawn/),
    expect.stringMatching(/^4: at: This is yet to come/),
    expect.stringMatching(/^5: expiresAt: Only a yes runs out/),
    expect.stringMatching(/^6: textVersion: There is no version 3/),
    expect.stringMatching(/^7: /),
  ])
})
