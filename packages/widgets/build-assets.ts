// What stands beside the script: the lazy loader, style sheets for pages and fragments, the pinned copy and its hashes.
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from 'vite'
import { version } from './src/define.ts'
import { frameStyles } from './src/element/frame.styles.ts'
import { sizeContract } from './src/element/size-contract.ts'
import { profileCardStyles } from './src/profile-card/profile-card.styles.ts'
import { frameCss, frameScript, resizeScript } from './src/server/frame-assets.ts'

await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    lib: { entry: 'src/loader.ts', formats: ['iife'], name: 'profilkortLoader', fileName: () => 'loader.js' },
    target: 'es2024',
    emptyOutDir: false,
  },
})
writeFileSync('dist/frame.css', frameCss)
writeFileSync('dist/frame.js', frameScript)
writeFileSync('dist/resize.js', resizeScript)
writeFileSync('dist/sizes.css', sizeContract())
writeFileSync('dist/profile-card.css', frameStyles.css + profileCardStyles.css)
cpSync('looks', 'dist/looks', { recursive: true })

mkdirSync(`dist/${version}`, { recursive: true })
const integrity: { [file: string]: string } = {}
for (const file of ['profilkort.js', 'loader.js']) {
  // A pinned copy is never changed, so it names no map that may be.
  const text = readFileSync(`dist/${file}`, 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n')
  writeFileSync(`dist/${version}/${file}`, text)
  integrity[`${version}/${file}`] = `sha384-${createHash('sha384').update(text).digest('base64')}`
}
writeFileSync('dist/integrity.json', `${JSON.stringify(integrity, null, 2)}\n`)
