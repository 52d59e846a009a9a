import { want } from '../src/data/store.ts'

Object.assign(window, { want })
