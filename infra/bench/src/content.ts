import type { Api } from './machine.ts'

/** Runs an operation with the secret key; throws with what was answered where it is not its data. */
export async function ask(api: Api, query: string, variables: object = {}): Promise<never> {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.keys.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const answer = (await response.json()) as { data?: unknown; errors?: unknown }
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data as never
}

/** A text of about so many characters, as an editor's would be. */
export function words(characters: number, seed: number): string {
  const stock =
    'regnskap kunde vekst kontor budsjett oppgave frist ansatt system rådgivning bilag møte'.split(' ')
  let text = ''
  for (let index = seed; text.length < characters; index++) text += `${stock[(index * 7) % stock.length]} `
  return text.trim()
}

const sections = 4
const fieldsEach = 6

/** A template of 4 sections with 6 fields each. @returns the keys of its fields by section */
export async function makeTemplate(api: Api): Promise<readonly (readonly string[])[]> {
  const keys = Array.from({ length: sections }, (_, section) =>
    Array.from({ length: fieldsEach }, (_unused, field) => `field${section}x${field}`),
  )
  const input = {
    key: 'bench',
    name: { nb: 'Måling' },
    kinds: ['IDEAL_CUSTOMER_PROFILE', 'PERSONA'],
    sections: keys.map((fields, section) => ({
      key: `section${section}`,
      title: { nb: `Del ${section}` },
      fields: fields.map((key) => ({
        key,
        kind: 'LONG_TEXT',
        visibility: 'PUBLIC',
        label: { nb: `Felt ${key}` },
        help: { nb: 'Hjelp' },
      })),
    })),
  }
  await ask(
    api,
    `mutation ($input: TemplateCreateInput!) {
      templateCreate(input: $input) { ... on InvalidInput { problems { path message } } ... on Problem { message } }
    }`,
    { input },
  )
  return keys
}

/** A profile of about 5 kB as readers get it, published in nb. @returns its id */
export async function makeProfile(
  api: Api,
  slug: string,
  fields: readonly string[],
  personas: readonly string[],
  kind = 'IDEAL_CUSTOMER_PROFILE',
): Promise<string> {
  const input = {
    kind,
    template: 'bench',
    slug,
    name: { nb: `Profil ${slug}` },
    summary: { nb: words(200, slug.length) },
    quote: { nb: words(80, 3) },
    fields: fields.map((key, index) => ({ key, text: { nb: words(110, index) } })),
    links: { personas },
  }
  const made = (await ask(
    api,
    `mutation ($input: ProfileCreateInput!) {
      profileCreate(input: $input) {
        ... on ProfileCreateSuccess { profile { id } }
        ... on InvalidInput { problems { path message } }
      }
    }`,
    { input },
  )) as { profileCreate: { profile?: { id: string } } }
  const id = made.profileCreate.profile?.id
  if (id === undefined) throw new Error(JSON.stringify(made))
  await ask(
    api,
    `mutation ($id: ID!) { profilePublish(id: $id, expectedRevision: 1) { ... on Problem { message } } }`,
    { id },
  )
  return id
}
