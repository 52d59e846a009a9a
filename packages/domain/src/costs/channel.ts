/** A channel's name folded so that `Google  Ads` and `google ads` are one; empty for a blank name. */
export function channelKey(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}
