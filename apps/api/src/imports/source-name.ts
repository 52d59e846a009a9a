/** Whether a text is what a source may be called. */
export function isSourceName(text: string): boolean {
  return /^[\p{Letter}\p{Number}._ -]{1,60}$/u.test(text)
}

export const notASource =
  'A source is a short name of letters, digits, blanks, dots and hyphens, such as "crm".'
