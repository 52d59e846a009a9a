import { type CustomerMetrics, metrics, noRecords } from '@profilkort/domain/insight/metrics'
import { builder } from '../graphql/builder.ts'

const whole: ReadonlySet<keyof CustomerMetrics> = new Set([
  'wonDeals',
  'lostDeals',
  'openDeals',
  'orders',
  'tenureDays',
  'referralsMade',
  'tickets',
  'nps',
])

/** One field a metric, described by its formula; those that may lack a basis are null then. */
export const CustomerMetricsType = builder.objectRef<CustomerMetrics>('CustomerMetrics').implement({
  description: "Figures computed from a customer's records; `metrics` has the formulas in four languages.",
  fields: (t) =>
    Object.fromEntries(
      metrics.map(({ key, label, formula }) => {
        const isCounted = noRecords[key] !== undefined
        const description = `${label.en}: ${formula.en}${isCounted ? '' : '; null without a basis'}.`
        const type = whole.has(key) ? 'Int' : 'Float'
        return [
          key,
          t.field({ type, description, nullable: !isCounted, resolve: (all) => all[key] as number }),
        ]
      }),
    ),
})
