import {
  createElement,
  type ForwardRefExoticComponent,
  forwardRef,
  type HTMLAttributes,
  type RefAttributes,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'

/** A component of an element: its own props, all that any element takes, and a ref to the element. */
export type Wrapper<Element extends HTMLElement, Own> = ForwardRefExoticComponent<
  Own & Omit<HTMLAttributes<Element>, keyof Own> & RefAttributes<Element>
>

/** What a component calls something, and what the element does. */
export interface Names {
  readonly [prop: string]: string
}

// On a server there is nothing to listen to, and React 18 warns of layout effects there.
const useBrowserEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * A component that renders an element. What the page sets goes into attributes, which servers can render and any
 * version of React can set; events call the newest handler.
 * @param name what developer tools call it
 */
export function wrap<Element extends HTMLElement, Own extends object>(
  name: string,
  tag: string,
  attributes: Names,
  events: Names,
): Wrapper<Element, Own> {
  const component = forwardRef<Element, Own>((props, ref) => {
    const element = useRef<Element>(null)
    const newest = useRef<object>(props)
    useImperativeHandle(ref, () => element.current as Element, [])
    useBrowserEffect(() => {
      newest.current = props
    })
    useBrowserEffect(() => {
      const listening = new AbortController()
      for (const [prop, event] of Object.entries(events)) {
        const tell = (told: Event) => (newest.current as Handlers)[prop]?.(told)
        element.current?.addEventListener(event, tell, { signal: listening.signal })
      }
      return () => listening.abort()
    }, [])
    // An element that is there before React takes it over may have set its own style, as `pk-context` does.
    const given = { suppressHydrationWarning: true, ...markup(props, attributes, events) }
    return createElement(tag, { ...given, ref: element })
  })
  component.displayName = name
  return component as unknown as Wrapper<Element, Own>
}

interface Handlers {
  readonly [prop: string]: ((event: Event) => void) | undefined
}

function markup(props: object, attributes: Names, events: Names): { readonly [name: string]: unknown } {
  const given: { [name: string]: unknown } = {}
  for (const [prop, value] of Object.entries(props)) {
    const attribute = attributes[prop]
    // React keeps `key` for itself; in HTML an attribute is the same in capitals.
    if (attribute !== undefined) given[attribute === 'key' ? 'KEY' : attribute] = textOf(value)
    else if (prop === 'className') given.class = value
    // React 18 would write `hidden="false"` on an element that it does not know.
    else if (!(prop in events))
      given[prop] = value === false && !/^(aria|data)-/.test(prop) ? undefined : value
  }
  return given
}

/** An attribute is a text; one whose being there is all it says is empty. */
function textOf(value: string | number | boolean | null | undefined): string | undefined {
  if (value === undefined || value === null || value === false) return undefined
  return value === true ? '' : `${value}`
}
