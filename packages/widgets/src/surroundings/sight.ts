/** What is told once when it is in sight or nearly so. */
export interface Seen extends Element {
  see(): void
}

let observer: IntersectionObserver | undefined

export function awaitSight(element: Seen): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        leaveSight(target)
        ;(target as Seen).see()
      }
    },
    { rootMargin: '300px' },
  )
  observer.observe(element)
}

export function leaveSight(element: Element): void {
  observer?.unobserve(element)
}
