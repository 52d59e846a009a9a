import type { Attribute, Catalogue } from '@profilkort/domain/attributes/attribute'

/**
 * What may leave, and so what an export may be narrowed by: the one place where that is decided. Special categories stay
 * here without consent.
 */
export function exportGate({ attributes, metrics }: Catalogue): Catalogue {
  return { metrics, attributes: new Map([...attributes].filter(([, attribute]) => mayLeave(attribute))) }
}

function mayLeave({ sensitive }: Attribute): boolean {
  return !sensitive
}
