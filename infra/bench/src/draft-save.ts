import type autocannon from 'autocannon'
import { ask, makeProfile, makeTemplate, words } from './content.ts'
import { type Contestant, measure, ratio } from './load.ts'
import { type Api, startMachine } from './machine.ts'

/** As many as there are connections: each writes in a profile of its own, as editors do. */
const editors = 16

/**
 * An editor's save of one changed text, durable, as a whole new revision: over GraphQL with the revision it was made
 * on, against `node:http` with `pg` and one hand-written statement that inserts as much and moves the number.
 */
export async function draftSave(): Promise<{ readonly ratio: number; readonly rssMiB: number }> {
  const machine = await startMachine()
  try {
    const api = await machine.startApi()
    const keys = (await makeTemplate(api)).flat()
    const ids: string[] = []
    for (let editor = 0; editor < editors; editor++) {
      ids.push(await makeProfile(api, `profil-${editor}`, keys, []))
    }
    const bare = await machine.startBare('bare-save.ts', String(editors))
    const ours = ourSave(api, ids, keys[0] ?? '')
    const rates = await measure([bareSave(bare, keys[0] ?? ''), ours.contestant])
    if (ours.refused.length > 0) throw new Error(`Saves were refused, such as: ${ours.refused[0]}`)
    return { ratio: ratio(rates, 'draft save', 'bare statement'), rssMiB: api.memory() }
  } finally {
    await machine.stop()
  }
}

const mutation = `mutation Save($id: ID!, $expectedRevision: Int!, $input: ProfileUpdateInput!) {
  profileUpdate(id: $id, expectedRevision: $expectedRevision, autosave: true, input: $input) {
    ... on ProfileUpdateSuccess { profile { latestRevision } }
    ... on Problem { message }
  }
}`

function ourSave(
  api: Api,
  ids: readonly string[],
  field: string,
): { readonly contestant: Contestant; readonly refused: readonly string[] } {
  const revisions = new Map<string, number>()
  const refused: string[] = []
  // autocannon opens its connections in turn; each takes the next profile and keeps it.
  let opened = 0
  const contestant: Contestant = {
    name: 'draft save',
    // What was under way when a round ended is saved, though nobody heard of it.
    prepare: async () => {
      for (const id of ids) revisions.set(id, await newestRevision(api, id))
    },
    options: {
      url: `${api.url}/graphql`,
      method: 'POST',
      headers: { authorization: `Bearer ${api.keys.secretKey}`, 'content-type': 'application/json' },
      setupClient: (client: autocannon.Client) => {
        const id = ids[opened++ % ids.length] ?? ''
        const write = () => {
          const expectedRevision = revisions.get(id) ?? 1
          const input = {
            fields: [{ key: field, text: { nb: words(110, expectedRevision) + expectedRevision } }],
          }
          const variables = { id, expectedRevision, input }
          client.setBody(JSON.stringify({ query: mutation, variables }))
        }
        write()
        client.on('body', (body) => {
          const saved = /"latestRevision":(\d+)/.exec(String(body))?.[1]
          if (saved === undefined) refused.push(String(body))
          else revisions.set(id, Number(saved))
          write()
        })
      },
    },
  }
  return { contestant, refused }
}

async function newestRevision(api: Api, id: string): Promise<number> {
  const query = `mutation ($id: ID!) { profileUpdate(id: $id, expectedRevision: 1, onConflict: MERGE, input: {}) {
    ... on ProfileUpdateSuccess { profile { latestRevision } } } }`
  const answer = (await ask(api, query, { id })) as {
    profileUpdate: { profile: { latestRevision: number } }
  }
  return answer.profileUpdate.profile.latestRevision
}

function bareSave(url: string, field: string): Contestant {
  return {
    name: 'bare statement',
    options: { url, method: 'POST', body: JSON.stringify({ field, text: words(110, 1) }) },
  }
}
