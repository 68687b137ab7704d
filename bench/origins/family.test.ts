import { expect, test } from 'vitest'
import { familiesOf, familyOf } from './family.ts'
import { runsOf, share } from './runs.ts'

const families = familiesOf('test', 32, null)
const lines = new Map(families.flatMap(({ articles }) => articles.map((line) => [line.id, line] as const)))

test('the same seed gives the same family, alone or among others; another seed another', () => {
  expect(familiesOf('test', 3, 2)[2]).toEqual(familyOf('test', 2, 2))
  expect(familyOf('test', 2, 2)).not.toEqual(familyOf('other', 2, 2))
})

test('every claim stands where the gold says', () => {
  for (const { gold } of families)
    for (const { claims } of gold.origins)
      for (const { article, start, end, text, sentence } of claims) {
        const line = lines.get(article)?.text ?? ''
        expect(line.slice(start, end)).toBe(text)
        expect(line).toContain(sentence)
        expect(sentence).toContain(text)
      }
})

test('nothing of a template is left over', () => {
  for (const { text, headline, url } of lines.values()) {
    expect(`${headline}\n${text}`).not.toMatch(/[{}[\]|]|undefined|null| {2}|\s[,.]|\.\./)
    expect(url).toMatch(/^https:\/\/[a-z0-9-]+\.example\/[a-z0-9-]+$/)
  }
})

test('a copy is never older than what it copies, and shows what the gold says it shows', () => {
  for (const { gold } of families)
    for (const { from, to, evidence } of gold.edges) {
      const [child, parent] = [lines.get(from), lines.get(to)]
      expect(child).toBeDefined()
      if (!child || !parent) {
        expect(to).toMatch(/^outlet:/)
        continue
      }
      expect(parent.published <= child.published).toBe(true)
      expect(evidence.includes('printed credit')).toBe(child.text.includes(parent.outlet))
      if (evidence.includes('shared text')) expect(share(runsOf([child.text]), runsOf([parent.text]))).toBe(true)
    }
})

test('there is every kind of evidence and of drift, and copies that show nothing', () => {
  const edges = families.flatMap(({ gold }) => gold.edges)
  expect(new Set(edges.flatMap(({ evidence }) => evidence)).size).toBe(3)
  expect(edges.some(({ evidence }) => evidence.length === 0)).toBe(true)
  expect(new Set(families.flatMap(({ gold }) => gold.drift.map(({ type }) => type))).size).toBe(10)
})
