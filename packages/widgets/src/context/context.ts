import { define } from '../define.ts'
import { PkContext } from './context.element.ts'

define('pk-context', PkContext)

declare global {
  interface HTMLElementTagNameMap {
    'pk-context': PkContext
  }
}
