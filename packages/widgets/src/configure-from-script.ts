import { configure, readScript } from './configuration.ts'

configure(readScript(document.currentScript))
