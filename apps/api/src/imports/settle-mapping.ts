import type { SavedMapping } from '@profilkort/database/imports/import-mappings.queries'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { withoutArchived } from '@profilkort/domain/imports/archived-columns'
import { changeMapping } from '@profilkort/domain/imports/change-mapping'
import { fitMapping, fitsHeaders } from '@profilkort/domain/imports/fit-mapping'
import type { FormerKey } from '@profilkort/domain/imports/former-key'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import type { KnownAttribute } from '@profilkort/domain/imports/known-attribute'
import type { Mapping, MappingChanges } from '@profilkort/domain/imports/mapping'
import { newAttributes } from '@profilkort/domain/imports/new-attributes'
import { previewColumns } from '@profilkort/domain/imports/preview'
import { type Proposal, proposeMapping } from '@profilkort/domain/imports/propose'
import { readyMappings } from '@profilkort/domain/imports/ready/find-ready'
import { isOwnExport } from '@profilkort/domain/imports/ready/profilkort'
import type { ReadyMapping } from '@profilkort/domain/imports/ready/ready-mapping'
import type { Result } from '@profilkort/domain/result'
import type { ToldProposal } from './events.ts'
import type { LookedThrough } from './look-through.ts'
import { lookAtKind } from './own-export.ts'
import { withOwnNumbers } from './own-numbers.ts'
import { ImportRefused } from './problem.ts'
import { type SettledKey, settleKey, tellOtherKey } from './settle-key.ts'

/** What of a request says how its file is read. */
export interface MappingWishes {
  readonly kind: ImportKind
  /** ISO 4217, of amounts whose column names none. */
  readonly currency: string
  /** The mapping to read by, whole or by the name of a saved or ready one; chosen or proposed when not given. */
  readonly mapping?: Mapping | string | undefined
  readonly changes: MappingChanges
}

/** What the workspace knows of files like it. */
export interface KnownFiles {
  readonly saved: readonly SavedMapping[]
  /** What rows of the source were told apart by before, in the order in which they count. */
  readonly former: readonly FormerKey[]
}

export interface SettledMapping {
  readonly mapping: Mapping
  /** Attributes that it fills and that are not there yet. */
  readonly added: readonly Attribute[]
  readonly proposal: ToldProposal
}

/**
 * Settles how a file is read: as it is asked for, else as one like it was saved, else as its headers and cells tell.
 * @param attributes of the workspace, those of its archive too
 */
export function settleMapping(
  wishes: MappingWishes,
  all: LookedThrough,
  attributes: readonly KnownAttribute[],
  { saved, former: known }: KnownFiles,
): SettledMapping {
  const { kind, currency, changes } = wishes
  const looked = lookAtKind(kind, all)
  const { profiles, warnings, delimiter, typedNumbers, headers } = looked
  const catalogue = new Map(attributes.map((attribute) => [attribute.key, attribute]))
  const isOwn = isOwnExport(headers)
  // Its ids are this product's, whatever the source's are.
  const former = isOwn ? [] : known
  const ready = findNamedReady(wishes, saved)
  const named = findNamed(wishes, saved) ?? (ready ? undefined : findLike(wishes, saved, headers))
  const own = typeof wishes.mapping === 'object' ? wishes.mapping : named?.mapping
  const proposal = settle(
    // A mapping that is given has a key of its own; what would be proposed need not have one.
    proposeMapping(kind, profiles, catalogue, {
      currency,
      key: changes.key ?? own?.key ?? withSameHeaders(former, headers),
      delimiter,
      typedNumbers,
      ready,
    }),
  )
  if (typeof wishes.mapping === 'object') refuseForeign(wishes.mapping, headers)
  const proposed = isOwn ? withOwnNumbers(proposal.mapping, looked) : proposal.mapping
  const base = own === undefined ? proposed : settle(fitMapping(own, proposed, catalogue))
  const { mapping: changed, warnings: setAside } = withoutArchived(
    settle(changeMapping(base, changes)),
    catalogue,
  )
  const { key, warnings: remarks } = keyOf(changed, looked, former, { changes, own })
  const mapping = { ...changed, key }
  // Nothing in an export of this product can be read in two ways.
  const told = isOwn ? proposal.warnings.filter(({ isAmbiguous }) => !isAmbiguous) : proposal.warnings
  const added = newAttributes(mapping)
  const filled = new Map([...catalogue, ...added.map((attribute) => [attribute.key, attribute] as const)])
  return {
    mapping,
    added,
    proposal: {
      type: 'proposal',
      mapping,
      ...(named === undefined ? {} : { savedAs: named.name }),
      ...(own === undefined && proposal.ready ? { ready: proposal.ready.name } : {}),
      columns: previewColumns(mapping, {
        profiles,
        rows: looked.sample,
        attributes: filled,
        reasons: reasonsOf(proposal, named),
      }),
      warnings: [...warnings, ...remarks, ...[...told, ...setAside].map(({ message }) => message)],
    },
  }
}

function withSameHeaders(
  former: readonly FormerKey[],
  headers: readonly string[],
): readonly string[] | undefined {
  const found = former.find((each) => each.every(({ column }) => headers.includes(column)))
  return found?.map(({ column }) => column)
}

/** A key that is asked for is taken as it is, one of a saved mapping with a word of what it comes to. */
function keyOf(
  mapping: Mapping,
  looked: LookedThrough,
  former: readonly FormerKey[],
  { changes, own }: { readonly changes: MappingChanges; readonly own: Mapping | undefined },
): SettledKey {
  const { key } = mapping
  if (changes.key !== undefined) return { key, warnings: [] }
  if (own !== undefined) return { key, warnings: tellOtherKey(mapping, former) }
  return settleKey(mapping, looked, former)
}

function findNamed(
  { mapping, kind }: MappingWishes,
  saved: readonly SavedMapping[],
): SavedMapping | undefined {
  if (typeof mapping !== 'string') return undefined
  return saved.find((each) => each.name === mapping && each.mapping.kind === kind)
}

function findNamedReady(
  { mapping, kind }: MappingWishes,
  saved: readonly SavedMapping[],
): ReadyMapping | undefined {
  if (typeof mapping !== 'string' || findNamed({ mapping, kind } as MappingWishes, saved)) return undefined
  const ready = readyMappings.filter((each) => each.kind === kind)
  const found = ready.find(({ name }) => name === mapping)
  if (found !== undefined) return found
  const names = [...saved.filter((each) => each.mapping.kind === kind), ...ready].map(({ name }) => name)
  throw new ImportRefused(
    'MAPPING',
    `There is no mapping "${mapping}" for ${kind}. There is: ${names.join(', ')}.`,
  )
}

/** The mapping last saved of those with the very columns of the file. */
function findLike(
  { mapping, kind }: MappingWishes,
  saved: readonly SavedMapping[],
  headers: readonly string[],
): SavedMapping | undefined {
  if (mapping !== undefined) return undefined
  return saved.find((each) => each.mapping.kind === kind && fitsHeaders(each.mapping, headers))
}

function reasonsOf({ reasons }: Proposal, named: SavedMapping | undefined) {
  if (named === undefined) return reasons
  return reasons.map(() => ({ certainty: 1, text: `the saved mapping "${named.name}" has it so` }))
}

function refuseForeign(mapping: Mapping, headers: readonly string[]): void {
  if (fitsHeaders(mapping, headers)) return
  const mapped = mapping.columns.map(({ column }) => column)
  throw new ImportRefused(
    'FOREIGN_MAPPING',
    `The mapping is of another file: it has the columns ${mapped.join(', ')}, the file has ${headers.join(', ')}.`,
  )
}

function settle<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new ImportRefused('MAPPING', result.problems.map(({ message }) => message).join(' '))
}
