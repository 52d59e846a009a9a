import type { Attribute } from './attribute.ts'
import { behavioural } from './predefined/behavioural.ts'
import { contact } from './predefined/contact.ts'
import { culture } from './predefined/culture.ts'
import { decisionMaker } from './predefined/decision-maker.ts'
import { demographic } from './predefined/demographic.ts'
import { firmographic } from './predefined/firmographic.ts'
import { geographic } from './predefined/geographic.ts'
import { challenges, needs } from './predefined/needs.ts'
import { psychographic } from './predefined/psychographic.ts'
import { socioeconomic } from './predefined/socioeconomic.ts'
import { technographic } from './predefined/technographic.ts'

/** The attributes every workspace has; it adds its own. Imports, templates and questions name them by their keys. */
export const predefinedAttributes: readonly Attribute[] = [
  ...demographic,
  ...socioeconomic,
  ...psychographic,
  ...geographic,
  ...behavioural,
  ...firmographic,
  ...technographic,
  ...needs,
  ...challenges,
  ...decisionMaker,
  ...culture,
  ...contact,
]

const byKey = new Map(predefinedAttributes.map((attribute) => [attribute.key, attribute]))

/** The attribute as the product has it; undefined for a key of the workspace's own. */
export function predefinedAttribute(key: string): Attribute | undefined {
  return byKey.get(key)
}
