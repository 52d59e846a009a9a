import { Forbidden } from '../graphql/problems.ts'
import { isInternal, type Viewer } from '../keys/viewer.ts'

/** What can be done with a scorecard. */
export type ScorecardAction =
  | 'scorecard:create'
  | 'scorecard:update'
  | 'scorecard:publish'
  | 'scorecard:answer'

/** Throws `Forbidden` unless the viewer may do this. */
export function authorise(viewer: Viewer, action: ScorecardAction): void {
  if (isInternal(viewer)) return
  throw new Forbidden(`This key may not do "${action}". Use a secret key or sign in.`)
}
