/** Whether PostgreSQL keeps a text as it is: it refuses NUL, and would silently change half a surrogate pair. */
export function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

export function notText(place: string): string {
  return `A text in ${place} has a NUL or half a surrogate pair, which no text may hold. Take it out.`
}
