import { SaxesParser } from 'saxes'
import { broken } from './archive.ts'

export interface XmlHandlers {
  /** @param name without its namespace's prefix */
  readonly open: (name: string, attributes: { readonly [name: string]: string }) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** A parser to write chunks of XML to. Throws `ImportRefused` where it is broken; entities of its own are not resolved. */
export function xmlParser({ open, text, close }: XmlHandlers): { write(chunk: string): void } {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', () => {
    throw broken()
  })
  parser.on('opentag', ({ name, attributes }) => open(bare(name), attributes))
  if (text !== undefined) parser.on('text', text)
  if (text !== undefined) parser.on('cdata', text)
  if (close !== undefined) parser.on('closetag', ({ name }) => close(bare(name)))
  return parser
}

/** Hands a whole part over. */
export async function parseXml(chunks: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const parser = xmlParser(handlers)
  for await (const chunk of chunks) parser.write(chunk)
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
