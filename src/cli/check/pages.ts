/**
 * The rules' pages of documentation, which lie in docs/rules, and the list of rules for people.
 */
import { readFileSync } from 'node:fs'
import type { Paints } from '../paint.ts'
import { pad } from '../wrap.ts'
import { LISTED } from './ids.ts'

/** The page of a rule, as Markdown. */
export function pageOf(id: string): string {
  return readFileSync(new URL(`../../../docs/rules/${id}.md`, import.meta.url), 'utf8')
}

/** One rule a line: id, default severity, what it finds. */
export function rulesList(paint: Paints): string {
  const width = Math.max(...LISTED.map(({ id }) => id.length)) + 2
  return LISTED.map(
    ({ id, severity, summary }) => `${paint.label(pad(id, width))}${pad(severity, 9)}${summary}\n`,
  ).join('')
}
