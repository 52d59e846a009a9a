const statuses = {
  UNAUTHENTICATED: 401,
  TOKEN_EXPIRED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
} as const

/** Why a request is turned away before anything runs, with what to do next. */
export class Refused extends Error {
  readonly status: 400 | 401 | 403
  readonly code: keyof typeof statuses

  constructor(code: Refused['code'], message: string) {
    super(message)
    this.name = 'Refused'
    this.code = code
    this.status = statuses[code]
  }
}
