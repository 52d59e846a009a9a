import type { Ready } from './start.ts'

/** What a newcomer sees when everything runs. */
export function readyScreen(ready: Ready, intranetUrl: string | undefined, milliseconds: number): string {
  const { url, keys, workspace, signIn } = ready
  const query = '{ bestCustomers(first: 3) { rank customer { name } metrics { wonValue winRate } } }'
  return `
  Profilkort is running (${(milliseconds / 1000).toFixed(1)} s): ${workspace.name}

  Sign in once      ${url}${signIn}
  GraphiQL          ${url}/graphiql
  Demo intranet     ${intranetUrl ?? 'not running'}

  Secret key        ${keys.secretKey}
  Publishable key   ${keys.publishableKey}

  A first query:
    curl ${url}/graphql -H 'Authorization: Bearer ${keys.secretKey}' \\
      -H 'Content-Type: application/json' -d '{"query":"${query}"}'

  A first widget, on a page of ${intranetUrl ?? url}:
    <script src="${url}/widgets/v1/profilkort.js" data-key="${keys.publishableKey}" async></script>
    <pk-profile-card profile="regnskapsforere-i-vekst"></pk-profile-card>

  Your own customers:
    npm run profilkort -- import companies.csv --as companies

  Stop with Ctrl-C. The data stays in .profilkort; npm start -- --empty starts without the demo.

`
}
