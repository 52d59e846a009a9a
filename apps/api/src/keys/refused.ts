/** Why a request is turned away before anything runs, with what to do next. */
export class Refused extends Error {
  readonly status: 401 | 403
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'TOKEN_EXPIRED'

  constructor(code: Refused['code'], message: string) {
    super(message)
    this.name = 'Refused'
    this.code = code
    this.status = code === 'FORBIDDEN' ? 403 : 401
  }
}
