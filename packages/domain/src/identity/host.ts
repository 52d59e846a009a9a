/**
 * A host in its one form: in small letters, composed, without a dot at its end. Written for machines it is as people write
 * it: `xn--kre-ula.no` is `kåre.no`.
 */
export function hostOf(written: string): string {
  const host = written
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!\.)\.+$/, '')
  if (!/[^\0-\x7f]|(?:^|\.)xn--/.test(host)) return host
  const ascii = asciiHostOf(host)
  const read = ascii?.split('.').map(decodeLabel).join('.') ?? host
  // What no browser would call stays as it is.
  return asciiHostOf(read) === ascii ? read : host
}

/** A host as it is written for machines: in Punycode. Undefined for what is none. */
export function asciiHostOf(host: string): string | undefined {
  const url = `http://${host}`
  return /[/?#@:\\[\]\s]/.test(host) || !URL.canParse(url) ? undefined : new URL(url).hostname
}

function decodeLabel(label: string): string {
  return label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label
}

const [base, smallest, largest, skew, damp] = [36, 1, 26, 38, 700]

/** Reads Punycode as RFC 3492 has it; undefined for what is none. */
function decodePunycode(encoded: string): string | undefined {
  const end = encoded.lastIndexOf('-')
  const letters = end > 0 ? Array.from(encoded.slice(0, end)) : []
  let [code, bias, at, place] = [128, 72, 0, end > 0 ? end + 1 : 0]
  while (place < encoded.length) {
    const before = at
    for (let [weight, k] = [1, base]; ; k += base) {
      const digit = digitOf(encoded[place++])
      if (digit === undefined) return undefined
      at += digit * weight
      const threshold = Math.min(Math.max(k - bias, smallest), largest)
      if (digit < threshold) break
      weight *= base - threshold
    }
    const count = letters.length + 1
    bias = adapt(at - before, count, before === 0)
    code += Math.floor(at / count)
    if (code > 0x10ffff) return undefined
    at %= count
    letters.splice(at++, 0, String.fromCodePoint(code))
  }
  return letters.join('')
}

function digitOf(letter: string | undefined): number | undefined {
  if (letter === undefined) return undefined
  const value = Number.parseInt(letter, base)
  if (Number.isNaN(value)) return undefined
  // Letters count from 0, digits from 26.
  return value < 10 ? value + 26 : value - 10
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2))
  rest += Math.floor(rest / count)
  let k = 0
  for (; rest > ((base - smallest) * largest) / 2; k += base) rest = Math.floor(rest / (base - smallest))
  return k + Math.floor(((base - smallest + 1) * rest) / (rest + skew))
}
