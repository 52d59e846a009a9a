import type { ProfileKind } from '../profiles/profile.ts'
import { b2b } from './builtin/b2b.ts'
import { b2c } from './builtin/b2c.ts'
import { basic } from './builtin/basic.ts'
import { comprehensive } from './builtin/comprehensive.ts'
import { icpScorecard } from './builtin/icp-scorecard.ts'
import type { Template } from './template.ts'

/** The templates every workspace has. */
export const builtinTemplates: readonly Template[] = [basic, comprehensive, b2b, b2c, icpScorecard]

/** A built-in template; a workspace's own are found with the workspace. */
export function findTemplate(key: string): Template | undefined {
  return builtinTemplates.find((template) => template.key === key)
}

export function templateFits(template: Template, kind: ProfileKind): boolean {
  return template.kinds.includes(kind)
}
