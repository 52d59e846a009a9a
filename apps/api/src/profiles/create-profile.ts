import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { insertProfile } from '@profilkort/database/profiles/profiles.queries'
import { checkProfile } from '@profilkort/domain/profiles/check'
import { diffContents } from '@profilkort/domain/profiles/diff'
import { markChanges } from '@profilkort/domain/profiles/marks'
import { emptyContent, type ProfileKind } from '@profilkort/domain/profiles/profile'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { isSlug, slugify } from '@profilkort/domain/slug'
import { templateFits } from '@profilkort/domain/templates/builtin'
import type { Template } from '@profilkort/domain/templates/template'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { holdTemplateIn, listTemplatesOf } from '../templates/find-template.ts'
import { checkTargets } from './check-targets.ts'
import { authorise } from './profile.policy.ts'
import { type ProfileContentInput, toDraft } from './profile-input.ts'

export interface CreateProfileInput extends ProfileContentInput {
  readonly kind: ProfileKind
  readonly template: string
  readonly slug?: string | null | undefined
}

/** Makes a profile from a template; its first revision is a draft. @returns its id */
export async function createProfile(context: Context, input: CreateProfileInput): Promise<string> {
  authorise(context.viewer, 'profile:create')
  return context.read(async (tx, workspaceId) => {
    const catalogue = await holdCatalogue(tx, workspaceId)
    const template = unwrap(await parseTemplate(tx, workspaceId, input))
    const draft = unwrap(toDraft(emptyContent, input))
    const content = unwrap(checkProfile(draft, { kind: input.kind, template, catalogue }))
    unwrap(await checkTargets(tx, workspaceId, content, emptyContent))
    const slug = unwrap(parseSlug(input.slug ?? slugify(Object.values(content.name)[0] ?? '')))
    const inserted = await insertProfile(tx, workspaceId, {
      id: randomUUID(),
      slug,
      kind: input.kind,
      templateKey: template.key,
      content,
      marks: markChanges({}, diffContents(emptyContent, content), 1),
      by: insider(context.viewer).actor,
    })
    return unwrap(inserted === undefined ? failed(slugTaken(slug)) : ok(inserted))
  })
}

async function parseTemplate(
  tx: Tx,
  workspaceId: string,
  { template: key, kind }: CreateProfileInput,
): Promise<Result<Template>> {
  const template = await holdTemplateIn(tx, workspaceId, key)
  if (template === undefined) {
    const known = (await listTemplatesOf(tx, workspaceId)).map((each) => each.key).join(', ')
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
