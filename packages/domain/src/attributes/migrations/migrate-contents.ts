import type { Mapping } from '../../imports/mapping.ts'
import type { ProfileContent } from '../../profiles/profile.ts'
import type { Problem } from '../../result.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Criterion, Scorecard } from '../../scorecards/scorecard.ts'
import type { Template } from '../../templates/template.ts'
import type { Catalogue } from '../attribute.ts'
import { migrateRule } from './migrate-rule.ts'
import type { MigrationPlan } from './migration.ts'

/** A content after a migration. */
export interface MigratedContent<Content> {
  readonly content: Content
  readonly isTouched: boolean
  readonly problems: readonly Problem[]
}

/** What is told of the rules of one content. */
class Rules {
  readonly problems: Problem[] = []
  isTouched = false
  readonly #plan: MigrationPlan
  readonly #catalogue: Catalogue

  constructor(plan: MigrationPlan, catalogue: Catalogue) {
    this.#plan = plan
    this.#catalogue = catalogue
  }

  migrate(rule: Rule, path: Problem['path']): Rule {
    const migrated = migrateRule(rule, this.#plan, this.#catalogue)
    this.isTouched ||= migrated.isTouched
    this.problems.push(...migrated.problems.map((each) => ({ ...each, path: [...path, ...each.path] })))
    return migrated.rule
  }

  told<Content>(content: Content): MigratedContent<Content> {
    return { content, isTouched: this.isTouched, problems: this.problems }
  }
}

/** @param catalogue as it is after the migration */
export function migrateSegment(rule: Rule, plan: MigrationPlan, catalogue: Catalogue): MigratedContent<Rule> {
  const rules = new Rules(plan, catalogue)
  return rules.told(rules.migrate(rule, ['rule']))
}

/** @param catalogue as it is after the migration */
export function migrateScorecard(
  scorecard: Scorecard,
  plan: MigrationPlan,
  catalogue: Catalogue,
): MigratedContent<Scorecard> {
  const rules = new Rules(plan, catalogue)
  const criteria = scorecard.criteria.map((criterion, index): Criterion => {
    if (criterion.kind === 'answer') return criterion
    const path = ['criteria', index]
    const two = rules.migrate(criterion.two, [...path, 'two'])
    const { one } = criterion
    return { ...criterion, two, ...(one === undefined ? {} : { one: rules.migrate(one, [...path, 'one']) }) }
  })
  const disqualifiers = scorecard.disqualifiers.map((each, index) => ({
    ...each,
    rule: rules.migrate(each.rule, ['disqualifiers', index, 'rule']),
  }))
  return rules.told({ ...scorecard, criteria, disqualifiers })
}

/** @param catalogue as it is after the migration */
export function migrateProfile(
  content: ProfileContent,
  plan: MigrationPlan,
  catalogue: Catalogue,
): MigratedContent<ProfileContent> {
  const rules = new Rules(plan, catalogue)
  const traits = content.traits.map((trait, index) => ({
    ...trait,
    rule: rules.migrate(trait.rule, ['traits', index, 'rule']),
  }))
  return rules.told({ ...content, traits })
}

/** A template's trait fields name an attribute, and have no rule of their own. */
export function migrateTemplate(
  template: Template,
  { before, after }: MigrationPlan,
): MigratedContent<Template> {
  let isTouched = false
  const sections = template.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      if (field.attribute !== before.key || before.key === after.key) return field
      isTouched = true
      return { ...field, attribute: after.key }
    }),
  }))
  return { content: { ...template, sections }, isTouched, problems: [] }
}

/** The columns of an import's mapping that go to the attribute go where it is now, and are read as what it is now. */
export function migrateMapping(
  mapping: Mapping,
  { before, after }: Pick<MigrationPlan, 'before' | 'after'>,
): MigratedContent<Mapping> {
  let isTouched = false
  const columns = mapping.columns.map((column) => {
    const { target } = column
    if (target.kind !== 'attribute' || target.key !== before.key) return column
    if (target.key === after.key && target.type === after.type) return column
    isTouched = true
    return { ...column, target: { ...target, key: after.key, type: after.type, isNew: false } }
  })
  return { content: { ...mapping, columns }, isTouched, problems: [] }
}
