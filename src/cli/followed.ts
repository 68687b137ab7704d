/** What a command is about: a story, a source, an outlet, what a search finds, or all. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Followed } from '../ledger/developments/development.ts'

/** The options of what is followed, as given. */
export interface FollowedOptions {
  readonly story?: number
  readonly speaker?: string
  readonly unnamed?: string
  readonly outlet?: string
  readonly search?: string
}

/** A whole number, as an option has it. */
export function whole(given: string): number {
  if (!/^\d{1,15}$/.test(given)) throw new InvalidArgumentError('It wants a whole number.')
  return Number(given)
}

/** One of these at most. */
const FOLLOWED = ['story', 'speaker', 'unnamed', 'outlet', 'search']
const of = (flags: string, what: string): Option => {
  const option = new Option(flags, what)
  return option.conflicts(FOLLOWED.filter((name) => name !== option.attributeName()))
}

/** Adds the options. */
export const withFollowed = (command: Command): Command =>
  command
    .addOption(of('--story <NUMBER>', 'of a story').argParser(whole))
    .addOption(of('--speaker <KEY>', 'in what a speaker said, and in what is said of it'))
    .addOption(of('--unnamed <WORDS>', 'the same of a source without a name, by the words that describe it'))
    .addOption(of('--outlet <NAME>', 'in the articles of an outlet'))
    .addOption(of('--search <QUERY>', 'in claims that a search finds'))

/** What the options say; all where they say nothing. */
export function followedIn({ story, speaker, unnamed, outlet, search }: FollowedOptions): Followed {
  if (story !== undefined) return { kind: 'story', story }
  if (speaker !== undefined) return { kind: 'speaker', key: speaker }
  if (unnamed !== undefined) return { kind: 'unnamed', name: unnamed }
  if (outlet !== undefined) return { kind: 'outlet', name: outlet }
  if (search !== undefined) return { kind: 'search', query: search }
  return { kind: 'all' }
}
