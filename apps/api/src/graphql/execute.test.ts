import { unwrapResolverError } from '@apollo/server/errors'
import * as fc from 'fast-check'
import {
  execute,
  extendSchema,
  GraphQLError,
  type GraphQLInputType,
  GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
} from 'graphql'
import { expect, test } from 'vitest'
import { isPlainInput } from './compilable.ts'
import { compilingGateway } from './execute.ts'
import { InvalidInput } from './problems.ts'
import { schema } from './schema.ts'

const plain = Object.values(schema.getTypeMap()).filter(
  (type) => isInputObjectType(type) && isPlainInput(type),
)

/** The schema with a field for each input type that tells what it was given. */
const told: unknown[] = []
const telling = extendSchema(
  schema,
  parse(
    `extend type Query { ${plain.map(({ name }) => `tell${name}(input: ${name}!): Boolean`).join('\n')} }`,
  ),
)
for (const { name } of plain) {
  const query = telling.getQueryType()
  if (!(query instanceof GraphQLObjectType)) throw new Error('No queries')
  const field = query.getFields()[`tell${name}`]
  if (field === undefined) throw new Error(`No field for ${name}`)
  field.resolve = (_root, { input }: { readonly input?: unknown }) => {
    told.push(input)
    return true
  }
}

const wrong = fc.oneof(
  fc.constantFrom(null, true, 1.5, 2 ** 40, '', 'nonsense', [], {}, [null], { unknown: 1 }),
  fc.jsonValue({ maxDepth: 1 }),
)

/** Values of a type, here and there with something else in them. */
function given(type: GraphQLInputType): fc.Arbitrary<unknown> {
  const right = rightly(type)
  return fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: wrong })
}

function rightly(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return given(type.ofType)
  if (isListType(type)) return fc.oneof(fc.array(given(type.ofType), { maxLength: 3 }), given(type.ofType))
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name))
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    return fc.record(Object.fromEntries(fields.map((field) => [field.name, given(field.type)])), {
      requiredKeys: fields.filter((field) => isNonNullType(field.type)).map((field) => field.name),
    })
  }
  switch (getNamedType(type).name) {
    case 'Int':
      return fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
    case 'Float':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'Boolean':
      return fc.boolean()
    case 'Date':
      return fc.constantFrom('2026-11-27', '2024-02-29', '2026-02-30')
    case 'DateTime':
      return fc.constantFrom('2026-11-27T08:00:00Z', '2026-11-27T08:00:00.123+01:00', 'soon')
    case 'JSON':
      return fc.jsonValue({ maxDepth: 2 })
    default:
      return fc.string({ unit: 'binary', maxLength: 5 })
  }
}

/** Runs an operation as the server does, each time anew. */
async function runnerOf(of: GraphQLSchema, query: string) {
  const document = parse(query)
  const [operation] = document.definitions
  const { executor } = await compilingGateway(of).load({ apollo: {} })
  if (executor === null) throw new Error('Nothing runs operations')
  return (variables: { readonly [name: string]: unknown } = {}) =>
    executor({ document, operation, queryHash: query, request: { variables }, context: {} } as never)
}

/** What an operation answers time after time, and what its field was told. */
async function compiled(query: string, variables: readonly { readonly [name: string]: unknown }[]) {
  const run = await runnerOf(telling, query)
  const answers: unknown[] = []
  for (const each of variables) {
    told.length = 0
    const answer = await run(each)
    answers.push({ answer: JSON.parse(JSON.stringify(answer)), told: told[0] })
  }
  return answers
}

/** The same by GraphQL itself. */
function walked(query: string, variables: readonly { readonly [name: string]: unknown }[]) {
  return variables.map((variableValues) => {
    told.length = 0
    const answer = execute({ schema: telling, document: parse(query), variableValues })
    return { answer: JSON.parse(JSON.stringify(answer)), told: told[0] }
  })
}

test('inputs that have nothing to them that the compiler does not know are compiled', () => {
  expect(plain.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['CustomerCreateInput', 'DealCreateInput', 'OrderCreateInput', 'ConsentInput']),
  )
})

test.each(plain.map(({ name }) => name))(
  '%s is read the same, and refused in the same words, whether it is walked or compiled',
  async (name) => {
    const type = telling.getType(name)
    if (!isInputObjectType(type)) throw new Error(`${name} is no input`)
    const query = `query Tell($input: ${name}!) { tell${name}(input: $input) }`
    const inputs = fc.array(given(type), { minLength: 3, maxLength: 20, size: 'max' })
    await fc.assert(
      fc.asyncProperty(inputs, async (all) => {
        const variables = all.map((input) => ({ input }))
        expect(await compiled(query, variables)).toEqual(walked(query, variables))
      }),
      { numRuns: 20 },
    )
  },
)

test('a variable without a value leaves out the field that it is written into, time after time', async () => {
  const query = `query Tell($name: String!, $stage: CustomerStage, $source: String = "crm", $key: String!) {
    tellCustomerCreateInput(input: { kind: COMPANY, name: $name, stage: $stage, source: $source,
      attributes: [{ key: $key, value: 1 }] }) }`
  const given = [{}, {}, {}, { stage: 'LEAD' }, { stage: null }, {}, { source: null }].map((each) => ({
    name: 'Nordlys',
    key: 'size',
    ...each,
  }))
  const answers = await compiled(query, given)
  expect(answers).toEqual(walked(query, given))
  expect(answers[2]).toMatchObject({ told: { name: 'Nordlys', source: 'crm' } })
  expect(answers[2]).not.toHaveProperty('told.stage')
})

test.each([
  ['a problem', () => new InvalidInput([{ path: ['sort', 'by'], message: 'There is no such attribute.' }])],
  [
    'an error of GraphQL',
    () => new GraphQLError('Not so.', { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } }),
  ],
  ['a bug', () => new TypeError('undefined is not a function')],
])('%s that is thrown is told the same, with where, time after time', async (_, thrown) => {
  const failing = extendSchema(schema, parse('extend type Query { must: Int! may: [Int!] both: Query }'))
  const { must, may, both } = failing.getQueryType()?.getFields() ?? {}
  if (must === undefined || may === undefined || both === undefined) throw new Error('Fields are gone')
  must.resolve = async () => {
    throw thrown()
  }
  may.resolve = () => {
    throw thrown()
  }
  both.resolve = () => ({})
  for (const query of ['{ must }', '{ may }', '# æ\r\n{\n  both {\n may\n   x: must } may }']) {
    const run = await runnerOf(failing, query)
    const expected = await execute({ schema: failing, document: parse(query) })
    for (let time = 0; time < 3; time++) {
      const answer = await run()
      expect(JSON.parse(JSON.stringify(answer))).toEqual(JSON.parse(JSON.stringify(expected)))
      expect(answer.errors?.map(unwrapResolverError)).toEqual(expected.errors?.map(unwrapResolverError))
    }
  }
})
