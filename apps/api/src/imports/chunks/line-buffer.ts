const firstSize = 4 * 1024 ** 2

/** Gathers text as UTF-8, without a string of all of it. */
export function lineBuffer() {
  let buffer = Buffer.allocUnsafeSlow(firstSize)
  let length = 0
  return {
    write(text: string): void {
      const most = length + text.length * 3
      if (most > buffer.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, most))
        buffer.copy(larger, 0, 0, length)
        buffer = larger
      }
      length += buffer.write(text, length)
    },
    /** What was gathered, as bytes that may be given away; from here on it gathers anew. */
    take(): Uint8Array<ArrayBuffer> {
      const taken = new Uint8Array(buffer.subarray(0, length))
      length = 0
      return taken
    },
  }
}
