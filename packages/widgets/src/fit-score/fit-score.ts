import { define } from '../define.ts'
import { FitScore } from './fit-score.element.ts'

define('pk-fit-score', FitScore)

declare global {
  interface HTMLElementTagNameMap {
    'pk-fit-score': FitScore
  }
}
