import { define } from '../define.ts'
import { Pareto } from './pareto.element.ts'

define('pk-pareto', Pareto)

declare global {
  interface HTMLElementTagNameMap {
    'pk-pareto': Pareto
  }
}
