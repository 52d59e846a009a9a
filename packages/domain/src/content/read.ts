import type { ProfileDraft } from '../profiles/check.ts'
import { documentVersion, type PortableProfile } from '../profiles/document.ts'
import { fromDocument } from '../profiles/read-document.ts'
import { nameType } from '../rules/checking/checking.ts'
import { fromTemplateDocument } from '../templates/document.ts'
import type { Template } from '../templates/template.ts'
import type { Reading } from './shape.ts'

/** What a document of content holds. */
export type ReadContent =
  | { readonly kind: 'profile'; readonly profile: PortableProfile<ProfileDraft> }
  | { readonly kind: 'template'; readonly template: Template }

/** Reads a document of any kind of content. What is wrong with it is told, and what makes sense can be looked at on. */
export function readContent(input: unknown): Reading<ReadContent> {
  if (!isObject(input)) {
    const message = `A document begins with \`profilkort: ${documentVersion}\`; this is ${nameType(input)}.`
    return { value: undefined, problems: [{ path: [], message }] }
  }
  if (input.profilkort !== documentVersion) {
    return { value: undefined, problems: [{ path: ['profilkort'], message: versionHelp(input) }] }
  }
  if (isObject(input.template)) {
    const { value: template, problems } = fromTemplateDocument(input)
    return { value: template && { kind: 'template', template }, problems }
  }
  const { value: profile, problems } = fromDocument(input)
  return { value: profile && { kind: 'profile', profile }, problems }
}

/** What people know a document by, though it may make no sense: its slug, or its template's key. */
export function titleOf(input: unknown): string | undefined {
  if (!isObject(input)) return undefined
  const title = isObject(input.template) ? input.template.key : input.slug
  return typeof title === 'string' ? title : undefined
}

function versionHelp({ profilkort: version }: { readonly profilkort?: unknown }): string {
  return version === undefined
    ? `A document begins with \`profilkort: ${documentVersion}\`, which says how it is written. Add it.`
    : `This document says it is written in the form ${JSON.stringify(version)}; only \`profilkort: ${documentVersion}\` is known here. Was it exported by a newer Profilkort?`
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
