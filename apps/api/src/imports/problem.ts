/** Why a file cannot be imported at all, with what to do next. Nothing of it was written. */
export class ImportRefused extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'ImportRefused'
    this.code = code
  }
}
