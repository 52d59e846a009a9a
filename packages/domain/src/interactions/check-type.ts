import { checkText } from '../locales/check.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import { type InteractionType, type Json, messageLimits, type PropertyType } from './interaction.ts'
import { readTime } from './message-time.ts'

const mostProperties = 200
const mostDays = 36_500

/** What a workspace says of interactions of a name, or what is wrong with it. */
export function checkInteractionType(type: InteractionType): Result<InteractionType> {
  const { name, label, properties, retentionDays } = type
  const problems: Problem[] = [...checkText(label, ['label'], { longest: 200 })]
  if (name === '' || name.length > messageLimits.textLength || name.includes('\0') || !name.isWellFormed())
    problems.push({
      path: ['name'],
      message: `The name is an event's own, 1 to ${messageLimits.textLength} characters, or page or screen.`,
    })
  if (retentionDays !== null && (retentionDays < 1 || retentionDays > mostDays))
    problems.push({
      path: ['retentionDays'],
      message: `Keep interactions for 1 to ${mostDays} days, or for ever.`,
    })
  const keys = properties?.map(({ key }) => key) ?? []
  if (keys.length > mostProperties)
    problems.push({ path: ['properties'], message: `At most ${mostProperties} properties are described.` })
  for (const [index, key] of keys.entries()) {
    if (key === '' || key.length > messageLimits.textLength)
      problems.push({
        path: ['properties', index, 'key'],
        message: 'A property has a name of 1 to 255 characters.',
      })
    if (keys.indexOf(key) < index)
      problems.push({
        path: ['properties', index, 'key'],
        message: `"${key}" is described twice. Describe it once.`,
      })
  }
  return okUnless(problems, type)
}

/** What the properties of an interaction are that its type does not allow. */
export function violationsOf(
  told: Json,
  { properties }: Pick<InteractionType, 'properties'>,
): readonly Problem[] {
  if (properties === null) return []
  const problems: Problem[] = []
  for (const { key, type, required } of properties) {
    const value = Object.hasOwn(told, key) ? told[key] : undefined
    if (value === undefined || value === null) {
      if (required) problems.push({ path: ['properties', key], message: `"${key}" is missing.` })
    } else if (!isOf(value, type))
      problems.push({ path: ['properties', key], message: `"${key}" is no ${type}.` })
  }
  const known = new Set(properties.map(({ key }) => key))
  for (const key of Object.keys(told)) {
    if (!known.has(key))
      problems.push({
        path: ['properties', key],
        message: `"${key}" is not among the properties of its type.`,
      })
  }
  return problems
}

function isOf(value: unknown, type: PropertyType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'time':
      return readTime(value) !== undefined
    case 'list':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && !Array.isArray(value)
  }
}
