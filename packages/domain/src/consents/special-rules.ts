import type { Catalogue } from '../attributes/attribute.ts'
import { failed, ok, type Problem, type Result } from '../result.ts'
import { attributesWithin } from '../rules/fields.ts'
import type { Rule } from '../rules/rule.ts'

/** The attributes of special categories (GDPR, article 9) among these. */
export function specialAmong(keys: readonly string[], catalogue: Catalogue): readonly string[] {
  return keys.filter((key) => catalogue.attributes.get(key)?.sensitive)
}

/**
 * The problems of a rule that judges customers by attributes of special categories in a workspace that has not stated
 * on what ground it does so; none once it has.
 */
export function checkSpecialRule(
  rule: Rule,
  catalogue: Catalogue,
  path: Problem['path'],
): readonly Problem[] {
  if (catalogue.usesSpecialCategories) return []
  return specialAmong(attributesWithin(rule, catalogue.records?.segments ?? new Map()), catalogue).map(
    (key) => ({
      path,
      message: `"${key}" is of a special category (health, religion, ethnicity …). Rules judge by it only where the workspace has stated on what ground, with \`specialCategoriesEnable\`, and then only customers who consented. Take it out of the rule, or have an administrator state the ground.`,
    }),
  )
}

const longest = 2000

/** The ground a workspace states, in its own words: which exception of article 9 holds, and what for. */
export function checkStatedGround(text: string): Result<string> {
  const ground = text.trim()
  if (ground !== '' && ground.length <= longest) return ok(ground)
  return failed({
    path: ['ground'],
    message: `Say in at most ${longest} characters which exception of the GDPR's article 9 holds and what the categories are used for.`,
  })
}
