/** A name folded for comparison: the case and the blanks apart, so that `kan-code ` is `Kan-code`. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
