/** The manifest that editors and framework wrappers read: what each element takes, emits and can be styled by. */
export default {
  globs: ['src/**/*.element.ts', 'src/**/*-element.ts'],
  exclude: ['src/**/*.test.ts'],
  outdir: 'dist',
  litelement: true,
}
