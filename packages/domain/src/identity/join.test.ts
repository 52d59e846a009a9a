import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decision, type Identifier, type IdentityRecord, pairOf } from './identity.ts'
import { joinRecords } from './join.ts'

const email = (value: string): Identifier => ({ kind: 'email', value })
const domain = (value: string): Identifier => ({ kind: 'domain', value })
const number = (value: string): Identifier => ({ kind: 'organisationNumber', value })

const record = (parts: Partial<IdentityRecord> & Pick<IdentityRecord, 'id'>): IdentityRecord => ({
  kind: 'company',
  source: 'crm',
  name: null,
  isMention: false,
  attachedTo: null,
  since: 0,
  identifiers: [],
  ...parts,
})
const company = (id: string, source: string, ...identifiers: readonly Identifier[]) =>
  record({ id, source, name: `Firma ${id}`, identifiers })
const person = (id: string, source: string, name: string, ...identifiers: readonly Identifier[]) =>
  record({ id, kind: 'person', source, name, identifiers })
const mention = (id: string, source: string, name: string) => record({ id, source, name, isMention: true })

const membersOf = (records: readonly IdentityRecord[], decisions: readonly Decision[] = []) =>
  joinRecords(records, { decisions })
    .map(({ members }) => members.join(' '))
    .toSorted()

describe('records are one customer', () => {
  test('by an organisation number, an e-mail, a website', () => {
    expect(membersOf([company('a', 'crm', number('1')), company('b', 'support', number('1'))])).toEqual([
      'a b',
    ])
    expect(
      membersOf([
        person('a', 'crm', 'Kari Nes', email('k@n.no')),
        person('b', 'shop', 'Kari Nes', email('k@n.no')),
      ]),
    ).toEqual(['a b'])
    expect(membersOf([company('a', 'crm', domain('n.no')), company('b', 'web', domain('n.no'))])).toEqual([
      'a b',
    ])
  })

  test('over a third that knows both', () => {
    const third = company('c', 'web', number('1'), domain('n.no'))
    expect(
      membersOf([company('a', 'crm', number('1')), company('b', 'shop', domain('n.no')), third]),
    ).toEqual(['a b c'])
  })

  test("a company that deals only named is the one of its name, its own source's first", () => {
    const nord = { ...company('a', 'crm'), name: 'Nord' }
    expect(membersOf([nord, mention('b', 'deals', 'nord ')])).toEqual(['a b'])
    const other = { ...company('c', 'support'), name: 'NORD' }
    expect(membersOf([nord, other, mention('b', 'support', 'Nord')])).toEqual(['a', 'b c'])
    expect(membersOf([nord, other, mention('b', 'deals', 'Nord')])).toEqual(['a', 'b', 'c'])
    const same = [nord, other].map((each) => ({ ...each, identifiers: [number('1')] }))
    expect(membersOf([...same, mention('b', 'deals', 'Nord')])).toEqual(['a b c'])
  })

  test('what a person wrote by hand goes with the record it was written on', () => {
    const written = record({ id: '0', source: 'hand', attachedTo: 'a' })
    expect(joinRecords([company('a', 'crm'), written], { decisions: [] })).toMatchObject([
      { head: 'a', members: ['a', '0'] },
    ])
    const parted = [company('a', 'crm', number('1')), company('b', 'web', number('1')), written]
    expect(membersOf(parted, [{ a: 'a', b: 'b', verdict: 'apart' }])).toEqual(['a 0', 'b'])
  })
})

describe('records are several customers', () => {
  test('where a source tells them apart itself', () => {
    expect(membersOf([company('a', 'crm', domain('n.no')), company('b', 'crm', domain('n.no'))])).toEqual([
      'a',
      'b',
    ])
  })

  test('where an identifier is too common in all that there is', () => {
    const records = [company('a', 'crm', domain('n.no')), company('b', 'web', domain('n.no'))]
    expect(joinRecords(records, { decisions: [], common: new Set(['domain:n.no']) })).toHaveLength(2)
  })

  test('where a switchboard, a family e-mail or a website of a group is all they share', () => {
    const records = [
      person('a', 'crm', 'Kari Nes', email('familien@nes.no')),
      person('b', 'shop', 'Ola Nes', email('familien@nes.no')),
    ]
    expect(membersOf(records)).toEqual(['a', 'b'])
    const group = [
      company('a', 'crm', number('1'), domain('n.no')),
      company('b', 'shop', number('2'), domain('n.no')),
    ]
    expect(membersOf(group)).toEqual(['a', 'b'])
    const many = Array.from({ length: 51 }, (_, index) =>
      person(`p${index}`, `source${index}`, '', { kind: 'phone', value: '+4722222222' }),
    )
    expect(membersOf(many)).toHaveLength(51)
  })

  test.each([
    ['Kari Mobrekk', 'Kari Lofthjell', { kind: 'phone', value: '+4781549311' }],
    ['Kari Mobrekk', 'Kari Lofthjell', email('info@felleshus.no')],
    ['Bo Granmo', 'Bodil Granmo', email('hjemme@granmo.no')],
    ['Ann Strand', 'Anna Strand', { kind: 'phone', value: '+4790011223' }],
  ] as const)('%s and %s, who share %j', (one, other, shared) => {
    expect(membersOf([person('a', 'crm', one, shared), person('b', 'web', other, shared)])).toEqual([
      'a',
      'b',
    ])
  })

  test.each([
    ['Kari Nes', 'Kari Berg', email('kari.nes@gmail.com')],
    ['K. Nes', 'Kari Nes', { kind: 'phone', value: '+4790011223' }],
    ['Kari', 'Kari Nes', email('post@nes.no')],
    ['Erika-Marie Nes', 'Erika Nes', { kind: 'phone', value: '+4790011223' }],
  ] as const)('but not %s and %s, who share %j', (one, other, shared) => {
    expect(membersOf([person('a', 'crm', one, shared), person('b', 'web', other, shared)])).toEqual(['a b'])
  })

  test('also where a third would chain them', () => {
    const chain = [
      company('a', 'crm', number('1')),
      company('b', 'web', number('1'), domain('n.no')),
      company('c', 'shop', number('2'), domain('n.no')),
    ]
    expect(membersOf(chain)).toEqual(['a b', 'c'])
  })

  test('a company and a person are never one', () => {
    expect(
      membersOf([company('a', 'crm', email('x@y.no')), person('b', 'web', 'X', email('x@y.no'))]),
    ).toEqual(['a', 'b'])
  })
})

test('a person decides otherwise, both ways', () => {
  const records = [company('a', 'crm', number('1')), company('b', 'web', number('1')), company('c', 'crm')]
  expect(membersOf(records, [{ a: 'a', b: 'b', verdict: 'apart' }])).toEqual(['a', 'b', 'c'])
  expect(membersOf(records, [{ a: 'a', b: 'c', verdict: 'together' }])).toEqual(['a b c'])
})

test('the first heard of gives the customer its id', () => {
  const records = [company('b', 'crm', number('1')), { ...company('a', 'web', number('1')), since: 5 }]
  expect(joinRecords(records, { decisions: [] })).toEqual([
    {
      head: 'b',
      members: ['b', 'a'],
      ties: [{ a: 'a', b: 'b', by: number('1') }],
    },
  ])
})

test('the same whatever the order, and a decision taken back leaves nothing behind', () => {
  const identifier = fc.oneof(
    fc.constantFrom('1', '2', '3').map(number),
    fc.constantFrom('a.no', 'b.no').map(domain),
    fc.constantFrom('k@n.no', 'o@n.no').map(email),
  )
  const parts = fc.record({
    kind: fc.constantFrom('company' as const, 'person' as const),
    source: fc.constantFrom('crm', 'web', 'shop'),
    name: fc.constantFrom('Kari Nes', 'Ola Nes', 'K Nes', null),
    isMention: fc.boolean(),
    since: fc.nat(3),
    identifiers: fc.uniqueArray(identifier, { maxLength: 3, selector: ({ kind, value }) => kind + value }),
  })
  const records = fc
    .array(parts, { maxLength: 9 })
    .map((all) => all.map((each, index) => record({ ...each, id: `h${index}` })))
  const decision = fc.record({
    a: fc.nat(4).map((index) => `h${index}`),
    b: fc.nat(4).map((index) => `h${index + 4}`),
    verdict: fc.constantFrom('together' as const, 'apart' as const),
  })
  fc.assert(
    fc.property(
      records.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length }),
          // The ids that they get depend on who came first.
          fc.shuffledSubarray(
            all.map(({ id }) => id),
            { minLength: all.length },
          ),
        ),
      ),
      fc.uniqueArray(decision, { maxLength: 4, selector: ({ a, b }) => a + b }),
      ([all, shuffled, ids], decisions) => {
        const otherId = new Map(all.map(({ id }, index) => [id, ids[index] ?? id]))
        const renamed = (id: string) => otherId.get(id) ?? id
        const others = shuffled.map((each) => ({ ...each, id: renamed(each.id) }))
        const decided = decisions.map(({ a, b, verdict }) => ({ ...pairOf(renamed(a), renamed(b)), verdict }))
        const sorted = (groups: readonly (readonly string[])[]) =>
          groups.map((members) => members.toSorted().join(' ')).toSorted()
        const members = joinRecords(all, { decisions }).map((group) => group.members)
        const again = joinRecords(others, { decisions: decided.toReversed() }).map((group) => group.members)
        expect(sorted(again)).toEqual(sorted(members.map((each) => each.map(renamed))))
        expect(members.flat().toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      },
    ),
    { numRuns: 2000 },
  )
})
