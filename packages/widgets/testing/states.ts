/** How an element gets into each state that has nothing to do with what it shows. */
export const failing = {
  loading: { token: 'slow', key: 'profilkort_publishable_slow' },
  empty: { token: 'nothing', key: 'profilkort_publishable_nothing' },
  error: { token: 'unavailable', key: 'profilkort_publishable_unavailable' },
  forbidden: { token: 'elsewhere', key: 'profilkort_publishable_elsewhere' },
  expired: { token: 'expired', key: 'profilkort_publishable_expired' },
  waiting: { token: 'busy', key: 'profilkort_publishable_busy' },
  paused: { paused: '' },
  offline: { api: 'http://127.0.0.1:9' },
} as const satisfies { [state: string]: Attributes }

interface Attributes {
  readonly [name: string]: string
}

const slug = 'regnskapsforere-i-vekst'

/** Every element in every way it has content. */
export const ready = {
  'pk-profile-card': {
    full: { profile: slug },
    'anti-profile': { profile: 'sesongserveringssteder' },
    compact: { profile: slug, compact: '' },
    compared: { profile: `${slug},sesongserveringssteder` },
  },
  'pk-profile-list': { linked: { href: '/{slug}' }, plain: {} },
  'pk-fit-score': {
    undecided: { customer: 'undecided' },
    yes: { customer: 'yes' },
    no: { customer: 'no' },
    disqualified: { customer: 'disqualified' },
    insufficient: { customer: 'insufficient' },
  },
  'pk-scorecard': { questions: { customer: 'undecided' } },
  'pk-segment-size': { counted: { segment: 'growing' }, few: { segment: 'few' } },
  'pk-pareto': { curve: {} },
  'pk-survey': { open: { survey: 'open' } },
} as const satisfies { [name: string]: { [state: string]: Attributes } }

export type ElementName = keyof typeof ready
export const elementNames = Object.keys(ready) as readonly ElementName[]

/** Every element in every state it knows: 72 of them. */
export const everyState: readonly {
  readonly name: ElementName
  readonly state: string
  readonly attributes: Attributes
}[] = elementNames.flatMap((name) => {
  const contents: { readonly [state: string]: Attributes } = ready[name]
  const [[, first] = ['', {}]] = Object.entries(contents)
  const common = { scorecard: 'ideal-customer', token: 'token' }
  return [
    ...Object.entries(contents).map(([state, own]) => ({ name, state, attributes: { ...common, ...own } })),
    ...Object.entries(failing).map(([state, how]) => ({
      name,
      state,
      attributes: { ...common, ...first, ...how },
    })),
  ]
})
