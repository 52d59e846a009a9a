/** What `pk-pareto` asks. Plain text, so that a server can read it. */
export const paretoDocument = `query ParetoCurve {
  paretoShare(share: 0.2) {
    customers
    topCustomers
    topShare
    customersFor80Percent
    curve { customers total }
  }
}
`

/** Shares are 0-1; the curve's points are shares of customers and of the won value, from the best customer on. */
export interface ParetoShare {
  readonly customers: number
  readonly topCustomers: number
  readonly topShare: number
  readonly customersFor80Percent: number
  readonly curve: readonly { readonly customers: number; readonly total: number }[]
}

export interface ParetoData {
  readonly paretoShare: ParetoShare | null
}
