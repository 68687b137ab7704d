// A browser for the tests: the one that is there, else Debian's, installed where that may be done. Without one the tests
// fail and say what to do; they are never skipped.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']

/** Where the browser is. @throws {Error} where there is none, saying how to get one */
export function chromiumAt(): string {
  const found = [process.env.HEARSAY_CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path))
  if (found === undefined)
    throw new Error('The tests need Chromium: apt-get install chromium, or name one in HEARSAY_CHROMIUM.')
  return found
}

/** Installs one where there is none. @throws {Error} where that cannot be done */
export function installChromium(): void {
  if (process.env.HEARSAY_CHROMIUM !== undefined || PLACES.some((path) => existsSync(path))) return
  const isRoot = process.getuid?.() === 0
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']]) {
    const [command = '', ...rest] = [...(isRoot ? [] : ['sudo', '-n']), 'apt-get', ...words]
    console.log(`installing Chromium for the tests: ${[command, ...rest].join(' ')}`)
    spawnSync(command, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  chromiumAt()
}
