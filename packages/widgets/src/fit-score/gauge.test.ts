import { expect, test } from 'vitest'
import { arcBetween, pointAt } from './gauge.ts'

test('the scale runs from the left over the top to the right', () => {
  expect(pointAt(0)).toEqual({ x: 16, y: 100 })
  expect(pointAt(0.5)).toEqual({ x: 100, y: 16 })
  expect(pointAt(1)).toEqual({ x: 184, y: 100 })
})

test('what lies outside the scale is drawn at its end, what is no number at its start', () => {
  expect(pointAt(1.4)).toEqual(pointAt(1))
  expect(pointAt(-0.1)).toEqual(pointAt(0))
  expect(pointAt(Number.NaN)).toEqual(pointAt(0))
})

test('nothing is drawn between a point and itself', () => {
  expect(arcBetween(0.4, 0.4)).toBe('')
  expect(arcBetween(0, 0.5)).toBe('M16 100A84 84 0 0 1 100 16')
})
