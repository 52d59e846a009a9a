const waiting = new WeakMap<Element, () => void>()
let observer: IntersectionObserver | undefined

/** Calls back once when the element is in sight or nearly so. @returns stops waiting */
export function whenInSight(element: Element, seen: () => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        observer?.unobserve(target)
        waiting.get(target)?.()
      }
    },
    { rootMargin: '300px' },
  )
  waiting.set(element, seen)
  observer.observe(element)
  return () => observer?.unobserve(element)
}
