import { graphql } from '../generated/gql.ts'

/** The best customers by the usual mix, what the top fifth holds, and all deals taken together. */
export const bestCustomers = graphql(`
  query BestCustomers($first: Int!, $scope: DealScopeInput, $mix: MixInput) {
    bestCustomers(first: $first, scope: $scope, mix: $mix) {
      rank
      score
      customer { id name }
      metrics { wonValue wonDeals lostDeals winRate tenureDays }
      parts { measure value weight percentRank }
    }
    paretoShare(share: 0.2, scope: $scope) { customers total topCustomers topShare customersFor80Percent gini }
    dealsSummary(scope: $scope) {
      won lost open withoutCustomer winRate wonValue averageWonDeal medianWonDeal averageDaysToWin averageDaysToLose
      otherCurrencies
    }
  }
`)
