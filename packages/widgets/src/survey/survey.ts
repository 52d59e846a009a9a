import { define } from '../define.ts'
import { Survey } from './survey.element.ts'

define('pk-survey', Survey)

declare global {
  interface HTMLElementTagNameMap {
    'pk-survey': Survey
  }
}
