import { defineConfig, type Plugin } from 'vite'

/** One classic script that a page loads with a plain tag: `dist/profilkort.js`. */
export default defineConfig({
  plugins: [squeezeStyles()],
  // Never the development builds of dependencies, whatever NODE_ENV is.
  resolve: { conditions: ['module', 'browser'] },
  build: {
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'profilkort', fileName: () => 'profilkort.js' },
    target: 'es2022',
    sourcemap: true,
    // A second tag with the script does nothing: its Trusted Types policies would be refused as duplicates.
    rolldownOptions: { output: { intro: "if (customElements.get('pk-profile-card')) return" } },
  },
})

/** Takes the indentation out of styles, which a minifier leaves alone as they are template texts. */
export function squeezeStyles(): Plugin {
  return {
    name: 'squeeze-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /\.styles\.ts$/ },
      handler: (code) => ({
        code: code.replace(/\s*\n\s*/g, '\n').replace(/(?<=[{;,])\n|\n(?=\})/g, ''),
        map: null,
      }),
    },
  }
}
