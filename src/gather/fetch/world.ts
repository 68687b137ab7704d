/** What fetching needs: everything that has state, time or chance in it, and the settings. */
import type { Dispatcher } from 'undici'
import type { Robots } from '../robots/rules.ts'
import type { SiteFile, SiteFileCache } from '../robots/site-files.ts'
import type { Clock } from './clock.ts'
import type { Pace } from './pace.ts'
import type { GatherSettings } from './settings.ts'

export interface World {
  readonly settings: GatherSettings
  /** Connections, guarded. */
  readonly dispatcher: Dispatcher
  readonly clock: Clock
  /** Between 0 and 1, for jitter. */
  readonly random: () => number
  readonly pace: Pace
  readonly files: SiteFileCache
  /** The rules of files that were read already. */
  readonly rules: WeakMap<SiteFile, Robots>
  readonly userAgent: string
}
