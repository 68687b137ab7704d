// The sheets of screens keep to themselves: what one says of a class outside its own screen, another screen would obey.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../src/web/look')

/** Sheets of all screens; what they say is meant for every screen. */
const SHARED = /^(?:00|10|20)-/

/** The first class of each selector in a sheet, without `.site`, which all screens have. */
function firstClasses(css: string): Set<string> {
  const selectors = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .matchAll(/(?:^|[{}])\s*([^{}@;]+)\{/g)
    .flatMap(([, list = '']) => list.split(','))
  return new Set([...selectors].flatMap((selector) => /^\s*(?:\.site\s+)?[a-z]*(\.[\w-]+)/.exec(selector)?.[1] ?? []))
}

test('no two sheets of screens style one class', () => {
  const sheets = readdirSync(FOLDER).filter((name) => !SHARED.test(name))
  const byClass = new Map<string, string[]>()
  for (const name of sheets)
    for (const one of firstClasses(readFileSync(join(FOLDER, name), 'utf8')))
      byClass.set(one, [...(byClass.get(one) ?? []), name])
  expect(sheets.length).toBeGreaterThan(6)
  expect([...byClass].filter(([, names]) => names.length > 1)).toEqual([])
})
