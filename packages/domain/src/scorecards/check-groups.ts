import { checkText } from '../locales/check.ts'
import { duplicateKeys, isKey, keyHelp } from '../profiles/keys.ts'
import type { Problem } from '../result.ts'
import type { CriterionGroup, Scorecard } from './scorecard.ts'

const longestLabel = 300
const mostGroups = 20

interface Grouped extends Pick<Scorecard, 'groups'> {
  readonly criteria: readonly { readonly group?: string | undefined }[]
}

/** The problems of a scorecard's groups, and of criteria that name one which is not there. */
export function checkGroups({ groups = [], criteria }: Grouped): readonly Problem[] {
  const keys = groups.map(({ key }) => key)
  const used = new Set(criteria.map(({ group }) => group))
  return [
    ...duplicateKeys(groups, 'groups'),
    ...(groups.length > mostGroups
      ? [{ path: ['groups'], message: `At most ${mostGroups} groups; these are ${groups.length}.` }]
      : []),
    ...groups.flatMap((group, index) => checkGroup(group, used.has(group.key), ['groups', index])),
    ...criteria.flatMap(({ group }, index): Problem[] => {
      if (group === undefined || keys.includes(group)) return []
      const message = `There is no group "${group}". There is: ${keys.join(', ') || 'none'}.`
      return [{ path: ['criteria', index, 'group'], message }]
    }),
  ]
}

function checkGroup(group: CriterionGroup, isUsed: boolean, path: Problem['path']): readonly Problem[] {
  const problems = [...checkText(group.label, [...path, 'label'], { longest: longestLabel, needed: true })]
  if (!isKey(group.key)) problems.push({ path: [...path, 'key'], message: keyHelp(group.key) })
  if (!(group.cap > 0 && Number.isFinite(group.cap))) {
    problems.push({
      path: [...path, 'cap'],
      message: `A cap is the most points the group gives, more than 0; this one is ${group.cap}.`,
    })
  }
  if (!isUsed) {
    problems.push({
      path,
      message: `No criterion belongs to the group "${group.key}". Name it as a criterion's group, or take it out.`,
    })
  }
  return problems
}
