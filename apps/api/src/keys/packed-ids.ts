/** A UUID without its hyphens, as keys, links and cookies carry it. */
export function packUuid(uuid: string): string {
  return uuid.replaceAll('-', '')
}

export function unpackUuid(hex: string): string {
  const part = (from: number, to: number) => hex.slice(from, to)
  return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`
}
