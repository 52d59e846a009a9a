/** What GraphiQL opens with: operations that run on the demo workspace. */
export const exampleOperations = `# Signed in? Choose an operation at the run button.
# Otherwise open the link that npm start printed,
# or add a header: Authorization: Bearer <secret key>
# To show a card on a page of yours: /snippets

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
  profiles {
    nodes { slug name kind publishedLocales }
  }
}

# Which profiles speak of accounts? Endings do not matter.
query Search {
  profiles(search: "regnskap", first: 5) {
    totalCount
    nodes { slug name summary }
    facets { facet value count }
  }
}

# How far have the languages come? Who changed what?
query Draft {
  profile(
    slug: "firma-ved-siden-av-jobben"
    draft: true
  ) {
    id
    name
    latestRevision
    localeStatus {
      locale
      status
      completeness
      outdated { label translatedAtRevision }
    }
    revisions(first: 10) {
      nodes { revision savedAt savedBy }
    }
  }
}

# What is going to be published, and when?
query Planned {
  releases(state: [PLANNED], first: 5) {
    nodes { id name state at zone items { slug revision } }
  }
}

# Publish it at a time of a place, clocks going forward and back included
mutation Schedule($profile: ID!) {
  profileSchedule(
    id: $profile
    expectedRevision: 1
    at: { local: "2030-03-01T08:00", zone: "Europe/Oslo" }
  ) {
    __typename
    ... on Problem { message }
  }
}

# What did the second revision change, word by word?
query Diff {
  profile(
    slug: "firma-ved-siden-av-jobben"
    draft: true
  ) {
    revisionOf(number: 2) {
      changes {
        path
        kind
        words { kind text }
      }
    }
  }
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
