/** The style of a card's own page: in a frame the card fills it, however high the page around has made it. */
export const frameCss = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { display: grid; min-block-size: 100vh; margin: 0 }
pk-profile-card { --pk-min-height: 0px }
`

/** Tells the page around a frame how high its content is by itself, at first and whenever its width changes. */
export const frameScript = `new ResizeObserver(() => {
  const { style } = document.body
  style.minBlockSize = '0'
  const height = Math.ceil(document.body.getBoundingClientRect().height)
  style.minBlockSize = ''
  parent.postMessage({ type: 'pk-height', height }, '*')
}).observe(document.documentElement)
`

/** On the page around: gives each frame the height that its content tells. */
export const resizeScript = `addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'pk-height' || !(data.height > 0 && data.height < 20000)) return
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.height = Math.ceil(data.height)
  }
})
`
