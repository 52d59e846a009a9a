import DataLoader from 'dataloader'
import type { Context } from './context.ts'
import { perRequest } from './per-request.ts'

/**
 * A look-up that is made once for all that a request asks for at the same time.
 * @param load answers by the text of `keyOf`; what it leaves out is undefined
 */
export function batched<Key, Value>(
  keyOf: (key: Key) => string,
  load: (context: Context, keys: readonly Key[]) => Promise<ReadonlyMap<string, Value>>,
): (context: Context, key: Key) => Promise<Value | undefined> {
  const loaderOf = perRequest(
    (context: Context) =>
      new DataLoader<Key, Value | undefined, string>(
        async (keys) => {
          const answers = await load(context, keys)
          return keys.map((each) => answers.get(keyOf(each)))
        },
        { cacheKeyFn: keyOf },
      ),
  )
  return (context, key) => loaderOf(context).load(key)
}
