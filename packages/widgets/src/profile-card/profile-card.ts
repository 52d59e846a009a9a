import { define } from '../define.ts'
import { ProfileCard } from './profile-card.element.ts'

define('pk-profile-card', ProfileCard)

declare global {
  interface HTMLElementTagNameMap {
    'pk-profile-card': ProfileCard
  }
}
