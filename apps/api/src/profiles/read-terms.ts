import type { Tx } from '@profilkort/database/connect'
import { findProducts } from '@profilkort/database/products/products.queries'
import { findProfiles, type ProfileRow } from '@profilkort/database/profiles/profiles.queries'
import { findWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import type { Locale } from '@profilkort/domain/locales/locale'
import type { ProfileContent, Visibility } from '@profilkort/domain/profiles/profile'
import {
  asLinked,
  type LinkedReading,
  type ProfileReading,
  readProfile,
} from '@profilkort/domain/profiles/read'
import type { Template } from '@profilkort/domain/templates/template'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import type { Context } from '../graphql/context.ts'
import { findTemplatesIn } from '../templates/find-template.ts'

/** All that is needed to read some profiles: what surrounds their contents in the workspace. */
export interface Terms {
  /** The workspace's languages, the source first. */
  readonly locales: readonly Locale[]
  readonly catalogue: Catalogue
  readonly templates: ReadonlyMap<string, Template>
  readonly linked: ReadonlyMap<string, ProfileRow>
  readonly products: ReadonlyMap<string, { readonly key: string; readonly name: string }>
}

/** What of the terms the caller has at hand, so that it is not read again. */
export type KnownTerms = Partial<Pick<Terms, 'locales' | 'catalogue' | 'templates'>>

/** Reads what surrounds the profiles' newest and published contents, each thing once. */
export async function readTerms(
  tx: Tx,
  workspaceId: string,
  rows: readonly ProfileRow[],
  known: KnownTerms = {},
): Promise<Terms> {
  const { profileIds, productKeys } = targetsOf(rows)
  const keys = new Set(rows.map((row) => row.templateKey))
  const linked = await findProfiles(tx, workspaceId, profileIds)
  const products = await findProducts(tx, workspaceId, productKeys)
  return {
    locales: known.locales ?? (await findWorkspace(tx, workspaceId))?.locales ?? [],
    catalogue: known.catalogue ?? (await readCatalogue(tx, workspaceId)),
    templates: known.templates ?? (await findTemplatesIn(tx, workspaceId, [...keys])),
    linked: new Map(linked.map((row) => [row.id, row])),
    products: new Map(products.map(({ key, name }) => [key, { key, name }])),
  }
}

/** The same where all but what the profiles point at is known: asks nothing where they point at nothing. */
export async function readTermsOf(
  context: Context,
  rows: readonly ProfileRow[],
  known: Required<KnownTerms>,
): Promise<Terms> {
  const { profileIds, productKeys } = targetsOf(rows)
  return profileIds.length + productKeys.length === 0
    ? { ...known, linked: new Map(), products: new Map() }
    : context.read((tx, workspaceId) => readTerms(tx, workspaceId, rows, known))
}

/** The profiles and products that the profiles point at in their newest and published contents. */
function targetsOf(rows: readonly ProfileRow[]) {
  const links = rows.flatMap((row) => [
    row.content.links,
    ...published(row).map(({ content }) => content.links),
  ])
  return {
    profileIds: [...new Set(links.flatMap(({ personas, contrasts }) => [...personas, ...contrasts]))],
    productKeys: [...new Set(links.flatMap(({ products }) => products))],
  }
}

/** A published locale of a profile as an audience reads it; undefined where it is not published in it. */
export function readPublished(
  row: ProfileRow,
  terms: Terms,
  locale: Locale,
  audience: Visibility,
): ProfileReading | undefined {
  const publication = row.publications[locale]
  if (publication === undefined) return undefined
  const { content, revision, publishedAt } = publication
  return readContent(row, content, terms, { locale, audience, revision, publishedAt })
}

/** The newest revision as those who may see drafts read it. */
export function readDraft(row: ProfileRow, terms: Terms, locale: Locale): ProfileReading {
  return readContent(row, row.content, terms, {
    locale,
    audience: 'internal',
    revision: row.revision,
    publishedAt: null,
  })
}

interface Version {
  readonly locale: Locale
  readonly audience: Visibility
  readonly revision: number
  /** Null for a draft. */
  readonly publishedAt: string | null
}

function readContent(
  row: ProfileRow,
  content: ProfileContent,
  terms: Terms,
  { locale, audience, revision, publishedAt }: Version,
): ProfileReading {
  const template = terms.templates.get(row.templateKey)
  if (template === undefined)
    throw new Error(`Profile ${row.id} is of the unknown template ${row.templateKey}`)
  const chain = [locale, ...terms.locales.filter((each) => each !== locale)]
  const isDraft = publishedAt === null
  const linked = (ids: readonly string[]) =>
    ids.map((id) => readLinked(terms.linked.get(id), chain, isDraft)).filter((each) => each !== undefined)
  return readProfile(content, {
    identity: {
      id: row.id,
      slug: row.slug,
      kind: row.kind,
      revision,
      publishedAt,
      publishedLocales: publishedLocales(row, terms),
    },
    template,
    catalogue: terms.catalogue,
    locale,
    audience,
    linked: {
      personas: linked(content.links.personas),
      contrasts: linked(content.links.contrasts),
      products: content.links.products
        .map((key) => terms.products.get(key))
        .filter((each) => each !== undefined),
    },
  })
}

/** A linked profile in the first language of the chain there is; what is not yet visible is left out. */
function readLinked(
  row: ProfileRow | undefined,
  chain: readonly Locale[],
  isDraft: boolean,
): LinkedReading | undefined {
  if (row === undefined || row.archivedAt !== null) return undefined
  for (const locale of chain) {
    const content = isDraft ? row.content : row.publications[locale]?.content
    const name = content?.name[locale]
    if (content === undefined || name === undefined || name === '') continue
    return asLinked({
      id: row.id,
      slug: row.slug,
      kind: row.kind,
      resolvedLocale: locale,
      name,
      summary: content.summary[locale] ?? null,
      quote: content.quote[locale] ?? null,
      picture: content.picture && { hash: content.picture.hash, alt: content.picture.alt[locale] ?? '' },
    })
  }
  return undefined
}

function publishedLocales(row: ProfileRow, { locales }: Terms): readonly Locale[] {
  return locales.filter((locale) => row.publications[locale] !== undefined)
}

function published(row: ProfileRow) {
  return Object.values(row.publications)
}
