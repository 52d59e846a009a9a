import { define } from '../define.ts'
import { SegmentSize } from './segment-size.element.ts'

define('pk-segment-size', SegmentSize)

declare global {
  interface HTMLElementTagNameMap {
    'pk-segment-size': SegmentSize
  }
}
