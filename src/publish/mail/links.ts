/** The links of a letter: whole addresses of the site, signed for its reader. They lead there directly, and tell nobody. */
import { confirmAt, endLettersAt, followsAt, letterAt, PRIVACY_AT, refuseLettersAt } from '../addresses.ts'
import { KEPT } from '../following/follower.ts'
import { signed } from '../following/secret.ts'
import type { LetterTold } from './told.ts'

const DAY = 24 * 3600_000

/** For how long what one follows can be seen and changed by a letter's link, in days; ended it can be for ever. */
const MANAGED = 180

export interface Links {
  readonly letter: string
  readonly manage: string
  readonly end: string
  readonly confirm: string
  readonly refuse: string
  readonly privacy: string
  /** Of another letter. */
  missed(letter: number): string
}

/** @param site the site's own address, without a slash at its end */
export function linksOf(
  { id, follower, following, madeAt }: Pick<LetterTold, 'id' | 'follower' | 'following' | 'madeAt'>,
  site: string,
  secret: Buffer,
): Links {
  const since = Date.parse(madeAt)
  return {
    letter: site + letterAt(signed(secret, 'letter', id)),
    manage: site + followsAt(signed(secret, 'manage', follower, since + MANAGED * DAY)),
    end: site + endLettersAt(signed(secret, 'end', follower)),
    confirm: site + confirmAt(signed(secret, 'confirm', following, since + KEPT.unconfirmed * DAY)),
    refuse: site + refuseLettersAt(signed(secret, 'refuse', follower)),
    privacy: site + PRIVACY_AT,
    missed: (letter) => site + letterAt(signed(secret, 'letter', letter)),
  }
}
