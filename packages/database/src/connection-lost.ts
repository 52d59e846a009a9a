/** Whether an error says that the database is away, not that something is wrong with what was asked of it. */
export function isConnectionLost(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { readonly code?: string; readonly message?: string }
  return (
    /^(?:08|57P)|^ECONN/.test(code) ||
    /[Cc]onnection (?:terminated|error)|timeout exceeded when trying/.test(message)
  )
}
