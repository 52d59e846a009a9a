import { define } from '../define.ts'
import { Scorecard } from './scorecard.element.ts'

define('pk-scorecard', Scorecard)

declare global {
  interface HTMLElementTagNameMap {
    'pk-scorecard': Scorecard
  }
}
