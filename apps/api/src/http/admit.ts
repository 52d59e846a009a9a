import { type Action, may } from '../keys/actions.ts'
import { Refused } from '../keys/refused.ts'
import type { Insider, Viewer } from '../keys/viewer.ts'

/** The viewer as one who may do this; anybody else is refused. @param what begins the sentence that says so */
export function admit(viewer: Viewer, action: Action, what: string): Insider {
  if (viewer.kind === 'anonymous') {
    throw new Refused('UNAUTHENTICATED', `${what} needs a key: send \`Authorization: Bearer <secret key>\`.`)
  }
  if (!may(viewer, action)) {
    throw new Refused('FORBIDDEN', `${what} may not be had with this key. Use a secret key from a server.`)
  }
  return viewer
}
