import { describe, expect, test } from 'vitest'
import type { Demo, DemoDeal } from './demo.ts'
import { generateDemo } from './generate.ts'

/** What the data shows, as somebody sees it who does not know the truth: missing values hide some of the best. */
function look(demo: Demo) {
  const { best, givenUp } = demo.truth
  const companies = new Map(demo.companies.map((company) => [company.id, company]))
  const isBest = ({ companyId }: Pick<DemoDeal, 'companyId'>) => {
    const { industry = '', employees = 0, systemsInUse = [] } = companies.get(companyId) ?? {}
    const isRightSize = employees >= best.employees[0] && employees <= best.employees[1]
    return best.industries.includes(industry) && isRightSize && systemsInUse.includes(best.system)
  }
  const isGivenUp = ({ companyId }: Pick<DemoDeal, 'companyId'>) => {
    const { industry, employees = Number.POSITIVE_INFINITY } = companies.get(companyId) ?? {}
    return industry === givenUp.industry && employees < givenUp.employeesBelow
  }
  /** Whether nothing that the segments are told by is missing. */
  const isTold = ({ companyId }: Pick<DemoDeal, 'companyId'>) => {
    const { industry, employees, systemsInUse } = companies.get(companyId) ?? {}
    return industry !== undefined && employees !== undefined && systemsInUse !== undefined
  }
  const closed = demo.deals.filter(({ status }) => status !== 'open')
  return { closed, won: closed.filter(({ status }) => status === 'won'), isBest, isGivenUp, isTold }
}

/** What the customers of a segment brought and cost, by customer; tickets at what a minute of support cost. */
function economyOf(demo: Demo, isOne: (of: { readonly companyId: string }) => boolean) {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const support = sum(
    demo.channelCosts.filter(({ purpose }) => purpose === 'service').map(({ amount }) => amount),
  )
  const minute = support / sum(demo.tickets.map(({ minutes }) => minutes))
  const orders = demo.orders.filter(isOne)
  const customers = new Set(orders.map(({ companyId }) => companyId)).size
  const gross = sum(orders.map(({ netAmount, costOfGoods }) => netAmount - costOfGoods)) / customers
  const sales = sum(demo.costs.filter(isOne).map(({ hours, hourlyRate }) => hours * hourlyRate)) / customers
  const served = (sum(demo.tickets.filter(isOne).map(({ minutes }) => minutes)) * minute) / customers
  const referrals = demo.referrals.filter(isOne).length / customers
  const nps = average(demo.answers.filter(isOne).map(({ score }) => score))
  return { gross, sales, served, margin: gross - sales - served, referrals, nps }
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const averageDeal = (won: readonly DemoDeal[]) => average(won.map(({ value = 0 }) => value))
const yearOf = ({ closedOn = '' }: DemoDeal) => Number(closedOn.slice(0, 4))

describe.each(['profilkort', 'a', 'b', 'c'])('what is planted with the seed %s', (seed) => {
  const demo = generateDemo(seed)
  const { truth } = demo
  const { closed, won, isBest, isGivenUp, isTold } = look(demo)
  const winRate = (deals: readonly DemoDeal[]) =>
    deals.filter(({ status }) => status === 'won').length / deals.length

  test('the best are won twice as often as the rest and pay twice as much', () => {
    const [top, rest] = [closed.filter(isBest), closed.filter((deal) => !isBest(deal))]
    expect(top.length).toBeGreaterThan(500)
    expect(Math.abs(winRate(top) - truth.best.winRate)).toBeLessThan(0.05)
    expect(Math.abs(winRate(rest) - truth.restWinRate)).toBeLessThan(0.05)
    expect(averageDeal(won.filter(isBest))).toBeGreaterThan(
      2 * averageDeal(won.filter((deal) => !isBest(deal))),
    )
  })

  test('the best stay: few of them have stopped buying', () => {
    const leftOf = (those: readonly { readonly stage: string }[]) => {
      const left = those.filter(({ stage }) => stage === 'former').length
      return left / (left + those.filter(({ stage }) => stage === 'customer').length)
    }
    const companies = demo.companies.map(({ id, stage }) => ({ companyId: id, stage }))
    const best = leftOf(companies.filter(isBest))
    expect(best).toBeLessThan(0.2)
    expect(leftOf(companies.filter((company) => !isBest(company)))).toBeGreaterThan(best + 0.15)
  })

  test('the best do more than the rest, and of what those given up do most is asking for help', () => {
    const companyOf = new Map(demo.contacts.map(({ id, companyId }) => [id, companyId]))
    const done = demo.interactions
      .map(({ contactId, name }) => ({ companyId: companyOf.get(contactId) ?? '', name }))
      .filter(isTold)
    const of = (those: typeof done) => those.length / new Set(those.map(({ companyId }) => companyId)).size
    const [best, given] = [done.filter(isBest), done.filter(isGivenUp)]
    const rest = done.filter((each) => !isBest(each) && !isGivenUp(each))
    const tickets = (those: typeof done) =>
      those.filter(({ name }) => name === 'Ticket Opened').length / those.length
    const { bestPerRest, ticketShareOfGivenUp, ticketShareOfRest } = truth.interactions
    expect(Math.abs(of(best) / of(rest) / bestPerRest - 1)).toBeLessThan(0.2)
    expect(Math.abs(tickets(given) - ticketShareOfGivenUp)).toBeLessThan(0.05)
    expect(Math.abs(tickets(rest) - ticketShareOfRest)).toBeLessThan(0.03)
  })

  test('no sale to those given up is opened from the day it stopped, and many are before', () => {
    const given = demo.deals.filter(isGivenUp)
    expect(given.length).toBeGreaterThan(200)
    expect(given.filter(({ openedOn }) => openedOn >= truth.givenUp.stoppedOn)).toEqual([])
  })

  test('the average deal grows year by year from the stop, and did not before', () => {
    const ofYear = (year: number) => averageDeal(won.filter((deal) => yearOf(deal) === year))
    const stopped = Number(truth.givenUp.stoppedOn.slice(0, 4))
    const [before = 0, first = 0, second = 0, third = 0] = [-1, 0, 1, 2].map((years) =>
      ofYear(stopped + years),
    )
    expect(Math.abs(ofYear(stopped - 2) / before - 1)).toBeLessThan(0.3)
    expect(first).toBeGreaterThan(before * 1.08)
    expect(second).toBeGreaterThan(first * 1.04)
    expect(third).toBeGreaterThan(second * 1.02)
  })

  test('what grows is the mix: the deals with the rest stay as large as they were', () => {
    const rest = won.filter((deal) => isTold(deal) && !isBest(deal) && !isGivenUp(deal))
    const early = averageDeal(rest.filter((deal) => yearOf(deal) <= 2023))
    const late = averageDeal(rest.filter((deal) => yearOf(deal) >= 2025))
    expect(Math.abs(late / early - 1)).toBeLessThan(0.25)
  })

  test('the best are cheap to serve and send others; those given up cost more than they brought', () => {
    const best = economyOf(demo, isBest)
    const givenUp = economyOf(demo, isGivenUp)
    const rest = economyOf(demo, (each) => !isBest(each) && !isGivenUp(each))
    expect(best.margin).toBeGreaterThan(2 * rest.margin)
    expect(best.served).toBeLessThan(0.5 * rest.served)
    expect(best.referrals).toBeGreaterThan(4 * rest.referrals)
    expect(best.nps).toBeGreaterThan(rest.nps + 1)
    expect(givenUp.margin).toBeLessThan(0)
    expect(givenUp.referrals).toBe(0)
    expect(givenUp.nps).toBeLessThan(6)
  })

  test('deals close in seasons: as often in each month as stated', () => {
    const perMonth = truth.seasons.map(
      (_, month) => closed.filter(({ closedOn }) => Number(closedOn?.slice(5, 7)) === month + 1).length,
    )
    const usual = closed.length / 12
    for (const [month, factor] of truth.seasons.entries()) {
      expect(Math.abs((perMonth[month] ?? 0) / usual - factor)).toBeLessThan(0.2)
    }
    expect(Math.min(...perMonth)).toBe(perMonth[6])
    expect(Math.max(...perMonth.slice(9))).toBeGreaterThan(1.15 * usual)
    expect(Math.max(...perMonth.slice(2, 5))).toBeGreaterThan(1.05 * usual)
  })

  test('support knows some companies by the same number and another spelling', () => {
    expect(demo.support).toHaveLength(truth.duplicates)
    const companies = new Map(demo.companies.map((company) => [company.organisationNumber, company]))
    for (const { name, organisationNumber, sameAs } of demo.support) {
      expect(companies.get(organisationNumber)).toMatchObject({ id: sameAs })
      expect(companies.get(organisationNumber)?.name).not.toBe(name)
    }
    expect(new Set(demo.support.map(({ sameAs }) => sameAs)).size).toBe(truth.duplicates)
  })
})

test('on another day the stop is another, and the average deal grows from that', () => {
  const demo = generateDemo('profilkort', '2028-03-01')
  const { won } = look(demo)
  expect(demo.truth.givenUp.stoppedOn).toBe('2026-01-01')
  const [before = 0, first = 0, second = 0] = [2025, 2026, 2027].map((year) =>
    averageDeal(won.filter((deal) => yearOf(deal) === year)),
  )
  expect(first).toBeGreaterThan(before)
  expect(second).toBeGreaterThan(first)
})
