import { isSame } from '../profiles/same.ts'
import type { Attribute } from './attribute.ts'

/**
 * An attribute that its workspace has not touched, as the product has it now. Its type and options stay, as values are
 * kept by them: a change of type is for the workspace to migrate. Undefined where it is so already.
 */
export function refreshed(own: Attribute, product: Attribute): Attribute | undefined {
  const { options, list, type, subject } = own
  const kept = {
    ...product,
    subject: subject === product.subject ? subject : 'either',
    type,
    ...(type === product.type ? {} : { options, list }),
  } as const
  const { list: named, ...rest } = kept
  const after = named === undefined ? rest : kept
  return isSame(withoutExtras(own), after) ? undefined : after
}

function withoutExtras(own: Attribute): Attribute {
  const { key, subject, type, category, label, unit, options, list, sensitive, order } = own
  return {
    key,
    subject,
    type,
    category,
    label,
    options,
    sensitive,
    ...(unit === undefined ? {} : { unit }),
    ...(list === undefined ? {} : { list }),
    ...(order === undefined ? {} : { order }),
  }
}
