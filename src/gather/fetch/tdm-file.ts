/** The site's file of reserved rights, as `rights/tdm.ts` reads it. */
import { hostOf } from '../address/guard.ts'
import { TDM_PATH } from '../rights/tdm.ts'
import { verdictOf } from '../robots/rules.ts'
import { stillHolds } from '../robots/site-files.ts'
import { PRODUCT_TOKEN } from './agent.ts'
import { FetchError } from './errors.ts'
import type { Turn } from './pace.ts'
import { gapOf } from './polite.ts'
import { robotsFor } from './robots.ts'
import { siteFile } from './site-file.ts'
import type { World } from './world.ts'

/**
 * The text of the site's tdmrep.json, asked for as politely as a page; empty where there is none, where robots.txt
 * forbids to ask, and where something goes wrong: that says nothing.
 */
export async function tdmFileFor(page: URL, world: World, signal?: AbortSignal): Promise<string> {
  const { clock, files, pace, settings } = world
  const at = new URL(TDM_PATH, page)
  const kept = async (): Promise<string | null> => {
    const file = await files.get(at.href)
    return file && stillHolds(file, clock.now()) ? file.text : null
  }
  const ask = async (turn: Turn): Promise<string> => {
    const { file, rules } = await robotsFor(page, world, turn, signal)
    if (file.state === 'unreachable' || !verdictOf(rules, PRODUCT_TOKEN, at).allowed) return ''
    // Another page of the site may have had it asked for in the meantime.
    const known = await kept()
    if (known !== null) return known
    await clock.wait(turn.waitMs(gapOf(rules, settings)), signal)
    return (await siteFile(at, page, world, turn, signal)).text
  }
  try {
    return (await kept()) ?? (await pace.turn(hostOf(page), ask, signal))
  } catch (error) {
    if (signal?.aborted || !(error instanceof FetchError)) throw error
    return ''
  }
}
