import { randomUUID } from 'node:crypto'
import { insertProfile } from '@profilkort/database/profiles/profiles.queries'
import { checkProfile } from '@profilkort/domain/profiles/check'
import type { ProfileKind } from '@profilkort/domain/profiles/profile'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { isSlug, slugify } from '@profilkort/domain/slug'
import { builtinTemplates, findTemplate, templateFits } from '@profilkort/domain/templates/builtin'
import type { Template } from '@profilkort/domain/templates/template'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { authorise } from './profile.policy.ts'
import { emptyContent, type ProfileContentInput, toDraft } from './profile-input.ts'

export interface CreateProfileInput extends ProfileContentInput {
  readonly kind: ProfileKind
  readonly template: string
  readonly slug?: string | null | undefined
}

/** Makes a profile from a template; its first revision is a draft. @returns its id */
export async function createProfile(context: Context, input: CreateProfileInput): Promise<string> {
  authorise(context.viewer, 'profile:create')
  const template = unwrap(parseTemplate(input))
  const content = unwrap(checkProfile(toDraft(emptyContent, input), template, await context.catalogue()))
  const slug = unwrap(parseSlug(input.slug ?? slugify(Object.values(content.name)[0] ?? '')))
  const id = randomUUID()
  const by = insider(context.viewer).actor
  const profile = { id, slug, kind: input.kind, templateKey: template.key, content, by }
  const inserted = await context.read((tx, workspaceId) => insertProfile(tx, workspaceId, profile))
  return unwrap(inserted ? ok(id) : failed(slugTaken(slug)))
}

function parseTemplate({ template: key, kind }: CreateProfileInput): Result<Template> {
  const template = findTemplate(key)
  if (template === undefined) {
    const known = builtinTemplates.map((each) => each.key).join(', ')
    return failed({ path: ['template'], message: `There is no template "${key}". There is: ${known}.` })
  }
  if (templateFits(template, kind)) return ok(template)
  return failed({
    path: ['template'],
    message: `The template "${key}" is not for this kind of profile. It is for: ${template.kinds.join(', ')}.`,
  })
}

/** A slug for a profile or scorecard; one that cannot be one is a problem at `slug`. */
export function parseSlug(slug: string): Result<string> {
  if (isSlug(slug)) return ok(slug)
  return failed({
    path: ['slug'],
    message: `"${slug}" cannot stand in an address. Use a-z, 0-9 and single hyphens, at most 100, such as "${slugify(slug) || 'ideal-customer'}".`,
  })
}

export function slugTaken(slug: string) {
  return { path: ['slug'], message: `The slug "${slug}" is taken. Choose another.` }
}
