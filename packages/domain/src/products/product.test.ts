import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adviseOnProfiles, checkProduct, type Product } from './product.ts'

const product: Product = { key: 'gtxpro', name: 'GTX Pro', series: null, listPrice: null, currency: null }

test('two to five profiles fit a product', () => {
  expect([0, 1, 2, 5, 6, 60].map(adviseOnProfiles)).toEqual([
    'tooFew',
    'tooFew',
    'fitting',
    'fitting',
    'tooMany',
    'tooMany',
  ])
})

describe('a product', () => {
  const pathsOf = (draft: Partial<Product>) => {
    const checked = checkProduct({ ...product, ...draft })
    return checked.ok ? [] : checked.problems.map(({ path }) => path.join('.'))
  }

  test('loses the blanks around its names, and a currency that is of no price', () => {
    const checked = checkProduct({ ...product, name: ' GTX Pro ', series: '  ', currency: 'NOK' })
    expect(checked).toEqual({ ok: true, value: product })
  })

  test('is named by letters or digits, and has a price in a currency', () => {
    expect(pathsOf({ listPrice: 0, currency: 'NOK' })).toEqual([])
    expect(pathsOf({ name: '!?' })).toEqual(['name'])
    expect(pathsOf({ key: '' })).toEqual(['name'])
    expect(pathsOf({ name: 'a'.repeat(201), series: 'b'.repeat(201) })).toEqual(['name', 'series'])
    expect(pathsOf({ listPrice: -1, currency: 'kr' })).toEqual(['listPrice', 'currency'])
    expect(pathsOf({ listPrice: Number.NaN, currency: 'NOK' })).toEqual(['listPrice'])
    expect(pathsOf({ listPrice: 900 })).toEqual(['currency'])
  })

  test('that was checked is the same when it is checked again', () => {
    const drafts = fc.record({
      key: fc.string({ minLength: 1 }),
      name: fc.string(),
      series: fc.option(fc.string()),
      listPrice: fc.option(fc.double()),
      currency: fc.constantFrom(null, 'NOK', 'nok', ''),
    })
    fc.assert(
      fc.property(drafts, (draft) => {
        const checked = checkProduct(draft)
        if (checked.ok) expect(checkProduct(checked.value)).toEqual(checked)
        else expect(checked.problems.every(({ message }) => message !== '')).toBe(true)
      }),
    )
  })
})
