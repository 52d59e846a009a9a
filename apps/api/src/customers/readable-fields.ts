import type { Attribute, Catalogue } from '@profilkort/domain/attributes/attribute'
import { attributesOf } from '@profilkort/domain/rules/fields'
import type { Rule } from '@profilkort/domain/rules/rule'
import { GraphQLError } from 'graphql'
import type { Context } from '../graphql/context.ts'
import { isGranted, neededFor } from '../keys/policy.ts'
import type { Viewer } from '../keys/viewer.ts'
import { customerPolicy } from './customer.policy.ts'

/** A count over special categories below this says too much of the few. */
const fewest = 10

/** Whether the viewer may read the values of an attribute, and so whether it may filter and sort by it. */
export function mayReadAttribute(viewer: Viewer, attribute: Attribute | undefined): boolean {
  return attribute?.sensitive !== true || isGranted(customerPolicy['customer:readSensitive'], viewer)
}

/** Throws where a rule or a sort looks at what the viewer may not read: counting and order would tell of it. */
export async function refuseUnreadable(context: Context, keys: readonly string[]): Promise<void> {
  const { attributes } = await context.catalogue()
  const hidden = keys.find((key) => !mayReadAttribute(context.viewer, attributes.get(key)))
  if (hidden === undefined) return
  const action = 'customer:readSensitive'
  const needed = neededFor(action, customerPolicy[action], context.viewer)
  throw new GraphQLError(`"${hidden}" is of a special category. ${needed}`, {
    extensions: { code: 'FORBIDDEN' },
  })
}

/** A count as it may be told: null for few customers where the rule speaks of a special category. */
export function tellCount(count: number, rule: Rule | undefined, { attributes }: Catalogue): number | null {
  const isSensitive = rule !== undefined && attributesOf(rule).some((key) => attributes.get(key)?.sensitive)
  return isSensitive && count < fewest ? null : count
}
