import { defineConfig, type Plugin } from 'vite'
import { version } from './src/define.ts'

// A second tag with a compatible script does nothing: its Trusted Types policy would be refused as a duplicate.
const intro = `{
  const first = customElements.get('pk-profile-card')
  if (first && first.version.split('.')[0] === '${version.split('.')[0]}') return
}`

/** One classic script that a page loads with a plain tag: `dist/profilkort.js`. */
export default defineConfig({
  plugins: [squeeze(), unquote()],
  // Never the development builds of dependencies, whatever NODE_ENV is.
  resolve: { conditions: ['module', 'browser'] },
  build: {
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'profilkort', fileName: () => 'profilkort.js' },
    target: 'es2024',
    sourcemap: true,
    rolldownOptions: {
      output: { intro: (chunk) => (chunk.facadeModuleId?.endsWith('main.ts') ? intro : '') },
    },
  },
})

/** Takes the quotes off attributes in templates that need none. */
export function unquote(): Plugin {
  return {
    name: 'unquote-attributes',
    enforce: 'pre',
    transform: {
      filter: { code: /html`/ },
      handler: (code) => ({ code: code.replace(/(?<= [\w-]+=)"([\w-]+)"(?=[ >])/g, '$1'), map: null }),
    },
  }
}

/** Takes the space out of styles, which a minifier leaves alone as they are template texts. */
export function squeeze(): Plugin {
  return {
    name: 'squeeze-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /\.styles\.ts$/ },
      handler: (code) => ({
        code: code.replace(/(?<=`)[^`]+(?=`)/g, (css) =>
          css
            .replace(/\/\*.*?\*\//gs, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replaceAll(';}', '}')
            .trim(),
        ),
        map: null,
      }),
    },
  }
}
