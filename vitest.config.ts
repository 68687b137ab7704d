import { defineConfig } from 'vitest/config'

// Nothing is timed by a test: the limits only end what hangs, on a machine with other work too.
export default defineConfig({
  test: { globalSetup: ['test/web/setup.ts'], testTimeout: 30_000, hookTimeout: 180_000 },
})
