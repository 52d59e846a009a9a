import { insertSpecialDecision } from '@profilkort/database/consents/special-categories.queries'
import { checkStatedGround } from '@profilkort/domain/consents/special-rules'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'

/** Lets rules judge consenting customers by special categories from now on, on a ground that is kept. */
export async function stateGround(context: Context, text: string): Promise<void> {
  const ground = unwrap(checkStatedGround(text))
  await decide(context, ground)
}

/** Ends that: what rules say of special categories counts as unknown from now on, in published scorecards too. */
export async function endUse(context: Context): Promise<void> {
  await decide(context, null)
}

async function decide(context: Context, ground: string | null): Promise<void> {
  const by = insider(context.viewer).actor
  await context.read((tx, workspaceId) =>
    insertSpecialDecision(tx, workspaceId, { ground, at: context.now, by }),
  )
}
