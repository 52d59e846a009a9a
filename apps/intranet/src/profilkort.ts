/** A customer as the intranet lists it. */
export interface Customer {
  readonly id: string
  readonly name: string
}

/** The API, asked from this server with the secret key. */
export interface Profilkort {
  /** The first twenty whose name contains the text, by name. */
  findCustomers(search: string): Promise<readonly Customer[]>
  findCustomer(id: string): Promise<Customer | undefined>
}

interface Answer {
  readonly data?: {
    readonly customers?: { readonly nodes: readonly Customer[] }
    readonly customer?: Customer | null
  } | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

/** Rejects with what the API said, or that it could not be reached. */
export function connectProfilkort(apiUrl: string, secretKey: string): Profilkort {
  async function ask(query: string, variables: { readonly [name: string]: string | null }) {
    const response = await fetch(new URL('/graphql', apiUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(5_000),
    })
    const { data, errors } = (await response.json()) as Answer
    // An address with an id that is none: there is no such customer.
    if (errors?.[0]?.extensions?.code === 'BAD_USER_INPUT') return undefined
    if (errors?.[0]) throw new Error(`Profilkort answered: ${errors[0].message}`)
    return data
  }
  return {
    async findCustomers(search) {
      const query = 'query ($search: String) { customers(first: 20, search: $search) { nodes { id name } } }'
      const data = await ask(query, { search: search === '' ? null : search })
      return data?.customers?.nodes ?? []
    },
    async findCustomer(id) {
      const data = await ask('query ($id: ID!) { customer(id: $id) { id name } }', { id })
      return data?.customer ?? undefined
    },
  }
}
