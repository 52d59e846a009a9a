/** Where elements ask, and by which key, unless they say otherwise themselves. */
export interface Configuration {
  /** The API's origin: `https://profiles.example.com`. */
  readonly api?: string | undefined
  /** A publishable key. */
  readonly key?: string | undefined
}

let current: Configuration = {}

/** Sets what elements without `api` or `key` of their own use from their next update on. */
export function configure(configuration: Configuration): void {
  current = { ...configuration }
}

export function configuration(): Configuration {
  return current
}

/** What a script tag says: the API is where the script came from, the key is its `data-key`. */
export function readScript(script: HTMLOrSVGScriptElement | null): Configuration {
  if (!(script instanceof HTMLScriptElement) || script.src === '') return {}
  return { api: new URL(script.src).origin, key: script.dataset.key }
}
