import { in4 } from '../../locales/locale.ts'
import { inCategory } from './define.ts'

/** How a customer is reached. */
export const contact = inCategory('other', 'person', [
  {
    key: 'website',
    subject: 'company',
    type: 'text',
    label: in4('Nettsted', 'Webbplats', 'Hjemmeside', 'Website'),
  },
  { key: 'email', type: 'text', label: in4('E-post', 'E-post', 'E-mail', 'E-mail') },
  { key: 'phone', type: 'text', label: in4('Telefon', 'Telefon', 'Telefon', 'Phone') },
])
