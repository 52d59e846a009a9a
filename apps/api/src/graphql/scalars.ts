import { GraphQLError, Kind, type ValueNode, valueFromASTUntyped } from 'graphql'
import { builder } from './builder.ts'

builder.scalarType('JSON', {
  description: 'Any JSON value; its shape is told where it is used.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node: ValueNode) => valueFromASTUntyped(node),
})

builder.scalarType('DateTime', {
  description: 'An instant in ISO 8601, in UTC and cut to milliseconds: `2026-11-23T08:00:00.000Z`.',
  serialize: (value) => value.toISOString(),
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
})

builder.scalarType('Date', {
  description: 'A calendar day in ISO 8601: `2026-11-23`.',
  serialize: (value) => value,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
})

function parseDateTime(value: unknown): Date {
  const instant =
    typeof value === 'string' && /^(?!0000)\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value)
      ? new Date(value)
      : undefined
  if (instant === undefined || Number.isNaN(instant.getTime())) {
    throw new GraphQLError('A DateTime reads like "2026-11-23T08:00:00Z", with a time zone.')
  }
  return instant
}

function parseDate(value: unknown): string {
  // The calendar has no year 0.
  const isDay = typeof value === 'string' && /^(?!0000)\d{4}-\d\d-\d\d$/.test(value)
  const instant = isDay ? new Date(`${value}T00:00:00Z`) : undefined
  if (
    instant === undefined ||
    Number.isNaN(instant.getTime()) ||
    instant.toISOString().slice(0, 10) !== value
  ) {
    throw new GraphQLError('A Date reads like "2026-11-23" and exists in the calendar.')
  }
  return value
}
