// The library for the browser in one file: `npm run build:browser` writes dist/browser/hearsay.js.
import { join } from 'node:path'
import { defineConfig } from 'rolldown'

const src = join(import.meta.dirname, 'src')

export default defineConfig({
  input: join(src, 'browser', 'hearsay.ts'),
  platform: 'browser',
  // no files there: whoever calls gives the weights
  resolve: { alias: { [join(src, 'page', 'weights.ts')]: join(src, 'browser', 'weights.ts') } },
  output: { file: join(import.meta.dirname, 'dist', 'browser', 'hearsay.js'), format: 'esm', minify: true },
})
