import { define } from '../define.ts'
import { ProfileList } from './profile-list.element.ts'

define('pk-profile-list', ProfileList)

declare global {
  interface HTMLElementTagNameMap {
    'pk-profile-list': ProfileList
  }
}
