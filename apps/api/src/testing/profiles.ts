import type { Answer, AskOptions } from './server.ts'

type Ask = (query: string, options?: AskOptions) => Promise<Answer>

/** What a mutation answered: the profile, or the problem by its type. */
export interface Changed {
  readonly __typename: string
  readonly message?: string
  readonly problems?: readonly { readonly path: readonly string[]; readonly message: string }[]
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  readonly profile?: any
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  readonly [more: string]: any
}

const answer = `__typename
  ... on Problem { message path }
  ... on InvalidInput { problems { path message } }`
const conflict = `... on RevisionConflict {
    expectedRevision currentRevision savedBy base mine theirs merged conflicts { path locale base mine theirs }
  }`

/** The mutations on profiles, each answering the profile or why it was not done. */
export function profileEditor(ask: Ask, fields = 'id slug latestRevision') {
  const run = async (
    field: string,
    declared: string,
    args: string,
    variables: object,
    options: AskOptions,
  ) => {
    const query = `mutation (${declared}) { result: ${field}(${args}) {
      ${answer} ${declared.includes('$expectedRevision') ? conflict : ''} ... on ${field[0]?.toUpperCase()}${field.slice(1)}Success { profile { ${fields} } }
    } }`
    const { body } = await ask(query, { ...options, variables: { ...variables } })
    if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors))
    return body.data.result as Changed
  }
  const onOne = 'id: $id, expectedRevision: $expectedRevision'
  const declareOne = '$id: ID!, $expectedRevision: Int!'
  return {
    create: (input: object, options: AskOptions = {}) =>
      run('profileCreate', '$input: ProfileCreateInput!', 'input: $input', { input }, options),
    update: (
      id: string,
      expectedRevision: number,
      input: object,
      more: object = {},
      options: AskOptions = {},
    ) =>
      run(
        'profileUpdate',
        `${declareOne}, $input: ProfileUpdateInput!, $onConflict: OnConflict! = REFUSE, $autosave: Boolean! = false`,
        `${onOne}, input: $input, onConflict: $onConflict, autosave: $autosave`,
        { id, expectedRevision, input, ...more },
        options,
      ),
    publish: (id: string, expectedRevision: number, more: object = {}, options: AskOptions = {}) =>
      run(
        'profilePublish',
        `${declareOne}, $locales: [Locale!], $revision: Int`,
        `${onOne}, locales: $locales, revision: $revision`,
        { id, expectedRevision, ...more },
        options,
      ),
    unpublish: (id: string, expectedRevision: number, more: object = {}) =>
      run(
        'profileUnpublish',
        `${declareOne}, $locales: [Locale!]`,
        `${onOne}, locales: $locales`,
        { id, expectedRevision, ...more },
        {},
      ),
    restore: (id: string, expectedRevision: number, revision: number) =>
      run(
        'profileRestore',
        `${declareOne}, $revision: Int!`,
        `${onOne}, revision: $revision`,
        { id, expectedRevision, revision },
        {},
      ),
    confirm: (id: string, expectedRevision: number, locale: string) =>
      run(
        'profileTranslationConfirm',
        `${declareOne}, $locale: Locale!`,
        `${onOne}, locale: $locale`,
        { id, expectedRevision, locale },
        {},
      ),
    archive: (id: string, expectedRevision: number) =>
      run('profileArchive', declareOne, onOne, { id, expectedRevision }, {}),
    unarchive: (id: string, expectedRevision: number) =>
      run('profileUnarchive', declareOne, onOne, { id, expectedRevision }, {}),
  }
}

/** A small profile of the basic template. */
export function basicProfile(slug: string, more: object = {}): object {
  return {
    kind: 'IDEAL_CUSTOMER_PROFILE',
    template: 'basic',
    slug,
    name: { nb: `Navn ${slug}` },
    fields: [{ key: 'goals', items: { nb: ['Vekst'] } }],
    ...more,
  }
}
