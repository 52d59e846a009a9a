import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may do what with scorecards and the fits they give. */
export const scorecardPolicy = {
  'scorecard:read': { roles: ['editor', 'analyst', 'seller'], scope: 'scorecards:read' },
  'scorecard:write': { roles: ['editor', 'analyst'], scope: 'scorecards:write' },
  /** Makes a revision the one that scores. */
  'scorecard:publish': { roles: ['editor'], scope: 'scorecards:write' },
  /** A seller's answers on a customer. */
  'scorecard:answer': { roles: ['seller'], scope: 'scorecards:write' },
} as const satisfies Policy

/** What can be done with a scorecard. */
export type ScorecardAction = keyof typeof scorecardPolicy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(scorecardPolicy)
