import { Failure } from '../mistake.ts'
import type { ServerAddress } from '../server-address.ts'
import { ask } from './ask.ts'

const state = 'query ($id: ID!) { import(id: $id) { state } }'
const resume = `mutation ($id: ID!) { importResume(id: $id) {
  ... on ImportResumeSuccess { import { state } } ... on Problem { message } } }`

/** Has the server go on with an import that failed; one that runs or is over is left as it is. */
export async function resumeImport(server: ServerAddress, id: string): Promise<void> {
  const found = (await ask(server, state, { id })) as { readonly import: { readonly state: string } | null }
  if (found.import === null) throw new Failure(`There is no import ${id}. \`imports\` lists those there are.`)
  if (found.import.state !== 'FAILED') return
  const { importResume } = (await ask(server, resume, { id })) as {
    readonly importResume: { readonly message?: string }
  }
  if (importResume.message !== undefined) throw new Failure(importResume.message)
}
