/** The bytes of a text in one of the encodings that files are read in; what it has no letter for becomes `?`. */
export function encodeText(text: string, encoding: string): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text)
    case 'utf-16le':
    case 'utf-16be':
      return encodeWide(text, encoding === 'utf-16le')
    default:
      return encodeNarrow(text, encoding)
  }
}

function encodeWide(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

/** Of encodings with a byte for each letter. */
function encodeNarrow(text: string, encoding: string): Uint8Array {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  const bytes = new Map([...letters].map((letter, byte) => [letter, byte]))
  return Uint8Array.from(text.match(/./gsu) ?? [], (letter) => bytes.get(letter) ?? 63)
}

/** A row as a line of separated values, without a line end. */
export function writeRow(cells: readonly string[], delimiter: string): string {
  return cells.map((cell) => quoteCell(cell, delimiter)).join(delimiter)
}

function quoteCell(cell: string, delimiter: string): string {
  const needsQuotes = /["\r\n]|^\s|\s$/.test(cell) || cell.includes(delimiter)
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell
}
