/** Grounds for white letters, each with a contrast of at least 4.5 to 1. */
const grounds = [
  '#1f5f8b',
  '#7a3e9d',
  '#2e6b3c',
  '#a23b3b',
  '#8a5a00',
  '#3d4f8f',
  '#0f6b6b',
  '#8b3a62',
] as const

/** Up to two letters that stand for a name; `?` where it has none. */
export function initials(name: string): string {
  // Composed first: a file system's «Å» is an A and a ring, and half a letter is another letter.
  const words = name.normalize('NFC').match(/[\p{Letter}\p{Number}][\p{Letter}\p{Mark}\p{Number}]*/gu) ?? []
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1)
  const letters = chosen.map((word) => capital([...(word ?? '')][0] ?? '')).join('')
  return letters === '' ? '?' : letters
}

/** Some letters are two as capitals, `ß` is `SS`; the first stands for them. */
function capital(letter: string): string {
  return [...letter.toLocaleUpperCase('nb')][0] ?? ''
}

/** A face for who has no picture: the initials on a ground that is always the same for the same seed. SVG. */
export function avatarSvg(name: string, seed: string): string {
  const ground = grounds[hash(seed) % grounds.length] ?? grounds[0]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" role="img"><rect width="96" height="96" fill="${ground}"/><text x="48" y="48" dy=".35em" text-anchor="middle" fill="#fff" font-family="system-ui,sans-serif" font-size="40" font-weight="600">${escapeText(initials(name))}</text></svg>`
}

export const avatarGrounds: readonly string[] = grounds

/** FNV-1a over UTF-16 units: spreads short texts well, and is the same everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  return value
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
