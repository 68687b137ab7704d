/** What a host says to crawlers, fetched when it is needed and read once. */
import { type Robots, readRobots } from '../robots/rules.ts'
import type { SiteFile } from '../robots/site-files.ts'
import type { Turn } from './pace.ts'
import { siteFile } from './site-file.ts'
import type { World } from './world.ts'

/**
 * The robots.txt that holds for an address. To be called while it is one's turn at the host.
 * @throws {FetchError} where the host itself cannot or may not be reached
 */
export async function robotsFor(
  url: URL,
  world: World,
  turn: Turn,
  signal?: AbortSignal,
): Promise<{ readonly file: SiteFile; readonly rules: Robots }> {
  const file = await siteFile(new URL('/robots.txt', url), url, world, turn, signal)
  const rules = world.rules.get(file) ?? readRobots(file.text)
  world.rules.set(file, rules)
  return { file, rules }
}
