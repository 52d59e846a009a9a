import {
  type IPropertyPaneConfiguration,
  PropertyPaneTextField,
  PropertyPaneToggle,
} from '@microsoft/sp-property-pane'
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base'
import '@profilkort/widgets/profile-card'

/** What an editor sets in the property pane. */
export interface ProfileCardProperties {
  /** The address of the Profilkort server. */
  readonly api: string
  /** A publishable key with the tenant's origin. */
  readonly publishableKey: string
  /** The slug of a published profile, or up to four with commas between. */
  readonly profile: string
  readonly compact: boolean
}

/** A published profile on a page. The element is inside the package, so that no script source has to be trusted. */
export default class ProfileCardWebPart extends BaseClientSideWebPart<ProfileCardProperties> {
  public render(): void {
    const { api, publishableKey, profile, compact } = this.properties
    const card =
      this.domElement.querySelector('pk-profile-card') ??
      this.domElement.appendChild(document.createElement('pk-profile-card'))
    card.lang = this.context.pageContext.cultureInfo.currentUICultureName
    card.api = api || undefined
    card.publishableKey = publishableKey || undefined
    card.profile = profile || undefined
    card.toggleAttribute('compact', compact)
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const groupFields = [
      PropertyPaneTextField('api', { label: 'Server', placeholder: 'https://profiles.example.com' }),
      PropertyPaneTextField('publishableKey', { label: 'Publishable key' }),
      PropertyPaneTextField('profile', { label: 'Profile' }),
      PropertyPaneToggle('compact', { label: 'Short form' }),
    ]
    return { pages: [{ groups: [{ groupFields }] }] }
  }
}
