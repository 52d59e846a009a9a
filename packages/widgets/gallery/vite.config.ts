import { defineConfig } from 'vite'
import { apiForTests } from '../testing/api.ts'

/** `npm run gallery`: every element in every state, to look at. */
export default defineConfig({ root: new URL('.', import.meta.url).pathname, plugins: [apiForTests()] })
