import type { ServerResponse } from 'node:http'

/** A page as strict as a page can be: nothing but our script, no inline style, Trusted Types. */
export function strictPage(response: ServerResponse, locale = 'nb'): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    "base-uri 'none'",
    "form-action 'self'",
  ]
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
    })
    .end(`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <title>En streng side</title>
    <script src="/widgets/v1/profilkort.js" data-key="profilkort_publishable_test" async></script>
    <script src="/widgets/v1/profilkort.js?again" data-key="profilkort_publishable_test" async></script>
  </head>
  <body>
    <pk-profile-card profile="regnskapsforere-i-vekst"></pk-profile-card>
    <pk-context token="token">
      <pk-fit-score customer="undecided" scorecard="ideal-customer"></pk-fit-score>
      <pk-scorecard customer="undecided" scorecard="ideal-customer" loading="eager"></pk-scorecard>
      <pk-pareto loading="eager"></pk-pareto>
      <pk-segment-size segment="growing" loading="eager"></pk-segment-size>
    </pk-context>
    <pk-profile-list loading="eager"></pk-profile-list>
    <pk-survey survey="any" loading="eager"></pk-survey>
  </body>
</html>`)
}
