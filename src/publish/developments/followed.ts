/** What somebody follows, by name. */
import type { Followed } from '../../ledger/developments/development.ts'
import type { Ledger } from '../../ledger/open.ts'
import { speakerName } from '../../ledger/sources.ts'
import { storyTold } from '../../ledger/told.ts'
import { deskAt, outletAt, searchAt, speakerAt, storyAt, unnamedAt } from '../addresses.ts'
import { line } from '../cite/cited.ts'
import { quoted, shortened, UNTITLED } from '../story/words.ts'

/** The longest name, in characters. */
const LONGEST = 200

/** What is followed, by the name that readers know it by; null where the ledger has no such story or speaker. */
export async function followedName(ledger: Pick<Ledger, 'db'>, followed: Followed): Promise<string | null> {
  switch (followed.kind) {
    case 'story': {
      const story = await storyTold(ledger, followed.story)
      return story === null ? null : shown(story.title ?? UNTITLED)
    }
    case 'speaker': {
      const name = await speakerName(ledger, followed.key)
      return name === null ? null : shown(name)
    }
    case 'unnamed':
    case 'outlet':
      return shown(followed.name)
    case 'search':
      return `Search: ${shown(quoted(followed.query, LONGEST))}`
    case 'all':
      return 'All developments'
  }
}

const shown = (name: string): string => line(shortened(name, LONGEST))

/** Where what is followed is shown on the site. */
export function followedAt(followed: Followed): string {
  switch (followed.kind) {
    case 'story':
      return storyAt(followed.story)
    case 'speaker':
      return speakerAt(followed.key)
    case 'unnamed':
      return unnamedAt(followed.name)
    case 'outlet':
      return outletAt(followed.name)
    case 'search':
      return searchAt(followed.query)
    case 'all':
      return deskAt()
  }
}
