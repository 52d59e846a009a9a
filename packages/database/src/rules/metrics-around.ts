import { type CoreRule, recordsPartsOf } from '@profilkort/domain/rules/core'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { customerMetrics, type MetricScope } from '../insight/metrics.queries.ts'
import { speaksOfMetrics } from './to-sql.ts'

/**
 * What has to come first in the `with` of a statement that asks for these rules: the metrics of all customers, where one
 * speaks of those of a company or its people. Ends in a comma; nothing where none does.
 */
export function metricsAround(tx: Tx, scope: MetricScope, rules: readonly CoreRule[]): RawBuilder<unknown> {
  return areMetricsAround(rules) ? sql`metrics as (${customerMetrics(tx, scope)}),` : sql``
}

/** The same for a statement that has no other `with`. */
export function withMetricsAround(
  tx: Tx,
  scope: MetricScope,
  rules: readonly CoreRule[],
): RawBuilder<unknown> {
  return areMetricsAround(rules) ? sql`with metrics as (${customerMetrics(tx, scope)})` : sql``
}

/** Whether a rule speaks of the metrics of a company or its people. */
export function areMetricsAround(rules: readonly CoreRule[]): boolean {
  return rules.flatMap(recordsPartsOf).some((part) => 'rule' in part && speaksOfMetrics(part.rule))
}
