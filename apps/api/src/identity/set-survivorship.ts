import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import {
  findJoined,
  listSurvivorship,
  saveSurvivorship,
} from '@profilkort/database/identity/survivorship.queries'
import type { SurvivorshipRule } from '@profilkort/domain/identity/survivorship'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { type Context, takenBack } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { authorise } from './identity.policy.ts'
import { settleIdentity } from './settle-identity.ts'

/** Says whose word counts on an attribute; customers that several records speak of are made anew. */
export async function setSurvivorship(
  context: Context,
  key: string,
  rule: SurvivorshipRule | null,
  dryRun: boolean,
) {
  const { attributes } = await context.catalogue()
  unwrap(checkRule(key, rule, new Set(attributes.keys())))
  return takenBack(context, dryRun, async (tx, workspaceId) => {
    await lockIdentity(tx, workspaceId)
    authorise(context.viewer, 'customer:join')
    await saveSurvivorship(tx, workspaceId, key, rule)
    let changed = 0
    let joined = await findJoined(tx, workspaceId, undefined)
    while (joined.length > 0) {
      changed += (await settleIdentity(tx, workspaceId, joined, context.now)).changed.size
      joined = await findJoined(tx, workspaceId, joined.at(-1))
    }
    const rules = Object.entries(await listSurvivorship(tx, workspaceId)).map(([of, each]) => ({
      key: of,
      ...each,
    }))
    return { changed, rules }
  })
}

function checkRule(key: string, rule: SurvivorshipRule | null, known: ReadonlySet<string>): Result<null> {
  if (!known.has(key) && !['*', '$name', '$stage', '$company'].includes(key))
    return failed({
      path: ['key'],
      message: `There is no attribute "${key}". Use the key of one, \`$name\`, \`$stage\`, \`$company\`, or \`*\` for all others.`,
    })
  if (rule?.strategy === 'trusted' && rule.sources.length === 0)
    return failed({
      path: ['sources'],
      message: 'Name the sources that are trusted, the most trusted first.',
    })
  return ok(null)
}
