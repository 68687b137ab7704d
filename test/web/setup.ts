// Before all tests (vitest's globalSetup): a browser, and a folder for what test files share.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installChromium } from './chromium.ts'

export default function setup(): () => void {
  installChromium()
  const shared = mkdtempSync(join(tmpdir(), 'hearsay-tests-'))
  process.env.HEARSAY_TESTS = shared
  return () => rmSync(shared, { recursive: true, force: true })
}
