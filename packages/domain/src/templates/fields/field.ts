import { in4, type Translated } from '../../locales/locale.ts'
import type { TemplateField, TemplateOption } from '../template.ts'

/** A field of a built-in template, with its texts in all languages; everybody may read it unless it says otherwise. */
export interface BuiltinField extends TemplateField {
  readonly label: Translated
  readonly help: Translated
}

type Rest = Pick<TemplateField, 'kind'> & Partial<Omit<TemplateField, 'key' | 'label' | 'help'>>

export function field(key: string, label: Translated, help: Translated, rest: Rest): BuiltinField {
  return { key, label, help, visibility: 'public', ...rest }
}

export function option(key: string, ...texts: Parameters<typeof in4>): TemplateOption {
  return { key, label: in4(...texts) }
}
