/**
 * What stands before the first words of a paragraph and tells where it was sent from or by whom, so that nobody says it:
 * a dateline, or an agency in brackets.
 */
import { agenciesIn } from '../page/agencies.ts'
import { datelineOf } from '../page/wire.ts'

/** (LAMP - Agency) On Monday; [Lamp News Agency] The mayor; Oct 5 (Lamp) - The mayor. */
const BRACKETED =
  /^(?<day>(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8}\.?)(?:, \d{4})?,? )?[([](?<by>[^()[\]\n]{2,60})[)\]](?<mark>\s*(?:--|[-–—:|]))?\s+(?=["“‘'\p{Lu}\p{N}])/u
/** Words by which a name is told for an agency's. */
const AGENCY = /(?:^|\s)(?:agency|agencies|media|news|newswire|press|wire)\b/iu
const CAPITALS = /^[\p{Lu}\p{N}][\p{L}\p{N}.'’&]*(?:[ /–-]+[\p{Lu}\p{N}&][\p{L}\p{N}.'’&]*)*$/u

/** No such line, with its marks, is longer. */
export const REACH = 160

/** How far what tells where a paragraph was sent from reaches, with the marks after it; 0 where nothing does. */
export function sentLength(paragraph: string): number {
  const line = paragraph.slice(0, REACH)
  const dateline = datelineOf(line)?.text
  if (dateline !== undefined)
    return dateline.length + (/^\s*(?:--|[:—–―·-])?\s*/.exec(line.slice(dateline.length))?.[0].length ?? 0)
  const found = BRACKETED.exec(line)
  if (found === null) return 0
  const { day, by = '', mark } = found.groups ?? {}
  const isTold =
    agenciesIn(by).length > 0 ||
    (CAPITALS.test(by) && (AGENCY.test(by) || / [-–/] /.test(by) || (mark !== undefined && /\p{Lu}/u.test(by))))
  return isTold && (day === undefined || mark !== undefined) ? found[0].length : 0
}
