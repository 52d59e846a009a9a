/** What GraphiQL opens with: operations that run on the demo workspace. */
export const exampleOperations = `# Signed in? Choose an operation at the run button.
# Otherwise open the link that npm start printed,
# or add a header: Authorization: Bearer <secret key>

# Who are the best customers, and why?
query BestCustomers {
  bestCustomers(
    first: 10
    mix: { wonValue: 3, winRate: 1, tenureDays: 1 }
  ) {
    rank
    score
    customer { id name }
    metrics { wonValue wonDeals winRate tenureDays }
  }
  paretoShare(share: 0.2) {
    customers topCustomers topShare customersFor80Percent
  }
  dealsSummary { won lost open winRate wonValue }
}

# Who fits the ideal customer? What to ask next?
query Fits {
  scorecard(slug: "ideal-customer") {
    name
    threshold
    fits(first: 10) {
      nodes {
        customer { id name }
        status
        points
        range { low high }
        coverage
        meetsThreshold
        band { label }
        nextQuestion { question }
      }
    }
  }
}

# The published profiles
query Profiles {
  profiles { slug name kind }
}

# Companies by rule
query Companies {
  customers(
    first: 10
    where: {
      between: {
        field: { attribute: "employees" }
        from: { number: 20 }
        to: { number: 100 }
      }
    }
  ) {
    totalCount
    nodes { id name attributes { key text } }
  }
}
`
