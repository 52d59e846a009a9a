import { type ConsentRow, findConsents } from '@profilkort/database/consents/consents.queries'
import { listPurposes } from '@profilkort/database/consents/purposes.queries'
import { findCustomers } from '@profilkort/database/customers/customers.queries'
import { loadAbout, type Row } from '@profilkort/database/personal-data/personal-data.queries'
import type { Localized } from '@profilkort/domain/locales/locale'
import { settleRunOut } from '../consents/settle-run-out.ts'
import { readValue, type ValueReading } from '../customers/customer.schema.ts'
import { type Context, metricScope } from '../graphql/context.ts'
import { localeChain } from '../graphql/locales.schema.ts'
import { NotFound } from '../graphql/problems.ts'
import { findPerson } from './find-person.ts'
import { authorise } from './personal-data.policy.ts'

/** A consent with the words that the person was shown. */
export interface ShownConsent extends ConsentRow {
  readonly purposeName: Localized
  readonly text: string | undefined
}

/** Everything that is kept of a person. */
export interface About {
  readonly format: 'profilkort-about/1'
  /** ISO 8601. */
  readonly generatedAt: string
  readonly workspace: string
  readonly person: { readonly id: string; readonly name: string }
  /** What is known of it now, as it is used. */
  readonly known: readonly ValueReading[]
  readonly consents: readonly ShownConsent[]
  /** Every row of every table that holds something of it, by table. */
  readonly tables: { readonly [table: string]: readonly Row[] }
}

/** Reads everything that is kept of a person. Throws `NotFound`, `InvalidInput` for a company and `Forbidden`. */
export async function readAbout(context: Context, id: string): Promise<About> {
  authorise(context.viewer, 'person:export')
  const chain = await localeChain(context, undefined)
  const { attributes } = await context.catalogue()
  const { name: workspace } = await context.workspace()
  const scope = await metricScope(context)
  await settleRunOut(context.db, scope.workspaceId, context.now)
  return context.read(async (tx) => {
    const { person } = await findPerson(tx, scope.workspaceId, id)
    const [customer] = await findCustomers(tx, scope, [person.customerId])
    if (customer === undefined) throw new NotFound('customer', id)
    const purposes = new Map((await listPurposes(tx, scope.workspaceId)).map((each) => [each.key, each]))
    const consents = [...(await findConsents(tx, scope.workspaceId, person.recordIds)).values()].flat()
    return {
      format: 'profilkort-about/1',
      generatedAt: context.now.toISOString(),
      workspace,
      person: { id: customer.id, name: customer.name },
      known: Object.keys(customer.attributes).map((key) =>
        readValue(customer, key, attributes.get(key), chain),
      ),
      consents: consents.map((consent) => {
        const purpose = purposes.get(consent.purpose)
        const shown = purpose?.texts.find(({ version }) => version === consent.textVersion)
        const text = consent.locale === null ? undefined : shown?.texts[consent.locale]
        return { ...consent, purposeName: purpose?.name ?? {}, text }
      }),
      tables: Object.fromEntries(await loadAbout(tx, person)),
    }
  })
}
