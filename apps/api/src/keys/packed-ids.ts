/** A UUID without its hyphens, as keys, links and cookies carry it. */
export function packUuid(uuid: string): string {
  return uuid.replaceAll('-', '')
}

export function unpackUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
