/** What GraphiQL opens with: operations that run on the demo workspace. */
export const exampleOperations = `# Sign in with the link that npm start printed, or add a header:
#   { "Authorization": "Bearer <secret key>" }
# Then choose an operation at the run button.

# Who are the best customers, and why?
query BestCustomers {
  bestCustomers(first: 10, mix: { wonValue: 3, winRate: 1, tenureDays: 1 }) {
    rank
    score
    customer { id name }
    metrics { wonValue wonDeals winRate tenureDays }
  }
  paretoShare(share: 0.2) { customers topCustomers topShare customersFor80Percent }
  dealsSummary { won lost open winRate wonValue }
}

# Which leads fit the ideal customer, and what should a seller ask next?
query Fits {
  scorecard(slug: "ideal-customer") {
    name
    threshold
    fits(first: 10) {
      nodes {
        customer { id name }
        status points maximum range { low high } coverage meetsThreshold
        band { label }
        nextQuestion { question }
      }
    }
  }
}

# A published profile, as a web page shows it
query Profile {
  profiles { slug name kind }
}

# Companies by rule
query Companies {
  customers(first: 10, where: { between: { field: { attribute: "employees" }, from: { number: 20 }, to: { number: 100 } } }) {
    totalCount
    nodes { id name attributes { key text } }
  }
}
`
