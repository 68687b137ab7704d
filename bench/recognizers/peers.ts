// The peers are installed on first use, under bench/node_modules, and never with Hearsay.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const bench = resolve(import.meta.dirname, '..')
const peers = ['@microsoft/recognizers-text-suite', 'chrono-node']

export async function installPeers(): Promise<void> {
  if (peers.every((name) => existsSync(resolve(bench, 'node_modules', name)))) return
  process.stderr.write('Installing the peers, once, under bench/node_modules (npm ci --prefix bench)\n')
  const npm = spawn('npm', ['ci', '--prefix', bench, '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2] })
  const [code] = (await once(npm, 'exit')) as [number | null]
  if (code !== 0) throw new Error('the peers could not be installed; --reader hearsay does without them')
}
