/** Markup that is safe to send as it is. */
export interface Html {
  readonly markup: string
}

type Part = string | number | Html | readonly Html[]

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Markup from a template: what is put in is escaped, unless it is markup already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: String.raw({ raw: strings }, ...parts.map(write)) }
}

function write(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') {
    return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? '')
  }
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('\n')
}
