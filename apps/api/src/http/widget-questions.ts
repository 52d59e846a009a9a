import { type Locale, parseLocale } from '@profilkort/domain/locales/locale'
import { fitScoreDocument } from '@profilkort/widgets/fit-score/fit-score.graphql'
import { paretoDocument } from '@profilkort/widgets/pareto/pareto.graphql'
import { profileCardDocument } from '@profilkort/widgets/profile-card/profile-card.graphql'
import { profileListDocument } from '@profilkort/widgets/profile-list/profile-list.graphql'
import { scorecardDocument } from '@profilkort/widgets/scorecard/scorecard.graphql'
import { segmentSizeDocument } from '@profilkort/widgets/segment-size/segment-size.graphql'
import type { EmbedExtras } from '../keys/embed-token.ts'
import type { Scope } from '../keys/policy.ts'
import { Refused } from '../keys/refused.ts'

/** One thing a widget asks for. */
export interface Asked {
  readonly question: Question
  readonly variables: { readonly [name: string]: unknown }
  readonly key: string
}

interface Question {
  readonly text: string
  readonly variables: (locale: Locale, key: string, argument: string) => Asked['variables']
  /** What a token must say, and its key may do, for figures over all customers. */
  readonly extra?: {
    readonly isGranted: (extras: EmbedExtras, key: string) => boolean
    readonly scopes: readonly Scope[]
  }
}

const ofCustomer: Question['variables'] = (locale, customer, scorecard) => ({ customer, scorecard, locale })

const questions: { readonly [kind: string]: Question } = {
  profile: { text: profileCardDocument, variables: (locale, slug) => ({ slug, locale }) },
  list: {
    text: profileListDocument,
    variables: (locale, key, first) => ({ first: Number(first) || 20, locale, where: whereOf(key) }),
  },
  fit: { text: fitScoreDocument, variables: ofCustomer },
  scorecard: { text: scorecardDocument, variables: ofCustomer },
  segment: {
    text: segmentSizeDocument,
    variables: (locale, slug) => ({ slug, locale }),
    extra: {
      isGranted: ({ segments }, key) => segments.includes(key),
      scopes: ['content:read', 'customers:read'],
    },
  },
  survey: { text: 'query Survey { __typename }', variables: () => ({}) },
  pareto: {
    text: paretoDocument,
    variables: () => ({}),
    extra: { isGranted: ({ pareto }) => pareto, scopes: ['insight:read'] },
  },
}

/** All profiles, those of a kind, or those of slugs with spaces between. */
function whereOf(key: string) {
  if (key === '*') return null
  return /^[A-Z_]+$/.test(key) ? { kind: [key] } : { slug: key.split(' ').slice(0, 100) }
}

/** What one request may ask for at most. */
const most = 120

/** Reads `profile/nb/a,b;fit/nb/ideal-customer/c`: kind, locale, an argument where the kind has one, keys. Throws `Refused`. */
export function readQuestions(ask: string): readonly Asked[] {
  const asked = ask.split(';').flatMap((group) => {
    const [kind = '', tag = '', ...rest] = group.split('/')
    const question = Object.hasOwn(questions, kind) ? questions[kind] : undefined
    const locale = parseLocale(tag)
    if (question === undefined || locale === undefined || rest.length === 0) {
      throw new Refused('BAD_USER_INPUT', `"${group}" asks for nothing: write kind/locale/keys.`)
    }
    const argument = decode(rest.slice(0, -1).join('/'))
    return (rest.at(-1) ?? '').split(',').map((part) => {
      const key = decode(part)
      return { question, key, variables: question.variables(locale, key, argument) }
    })
  })
  if (asked.length > most)
    throw new Refused('BAD_USER_INPUT', `At most ${most} things can be asked for at once.`)
  return asked
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refused('BAD_USER_INPUT', `"${text}" is not an encoded text.`)
  }
}
