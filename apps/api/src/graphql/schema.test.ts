import { readFileSync } from 'node:fs'
import { paretoDocument } from '@profilkort/widgets/pareto/pareto.graphql'
import { answerDocument } from '@profilkort/widgets/scorecard/scorecard.graphql'
import { segmentSizeDocument } from '@profilkort/widgets/segment-size/segment-size.graphql'
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  validate,
} from 'graphql'
import { expect, test } from 'vitest'
import { printContract } from './print-schema.ts'
import { schema } from './schema.ts'
import { trustedDocuments } from './trusted-documents.ts'

test('the committed contract is this schema (else: npm run generate)', () => {
  const committed = readFileSync(
    new URL('../../../../packages/client/schema.graphql', import.meta.url),
    'utf8',
  )
  expect(committed).toBe(printContract())
})

test('everything has a description', () => {
  const missing: string[] = []
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue
    if (!type.description) missing.push(type.name)
    if (isEnumType(type)) {
      for (const value of type.getValues()) if (!value.description) missing.push(`${type.name}.${value.name}`)
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (!field.description) missing.push(`${type.name}.${field.name}`)
        for (const arg of field.args)
          if (!arg.description) missing.push(`${type.name}.${field.name}(${arg.name})`)
      }
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (!field.description) missing.push(`${type.name}.${field.name}`)
      }
    }
  }
  expect(missing).toEqual([])
})

test('the documents the widgets run are valid', () => {
  expect(trustedDocuments.size).toBe(4)
  const others = [segmentSizeDocument, paretoDocument, answerDocument]
  for (const text of [...trustedDocuments.values(), ...others])
    expect(validate(schema, parse(text))).toEqual([])
})
