/**
 * Says once for all elements inside, however deep and through shadow roots, what they would otherwise say each. It has
 * no looks of its own.
 *
 * @tagname pk-context
 * @attr {string} api - The API's origin.
 * @attr {string} key - A publishable key.
 * @attr {string} token - An embed token. A new one may be set at any time; the elements then ask again.
 * @attr {"nb" | "sv" | "da" | "en"} locale - The language of the elements.
 * @attr {boolean} paused - Nothing is asked while it is there: until a reader has agreed, for instance.
 *
 * @slot - The page's own content with the elements in it.
 */
export class PkContext extends HTMLElement {
  connectedCallback(): void {
    this.style.display = 'contents'
  }
}
