import { expect, test } from 'vitest'
import { ephemeralSiteFiles, KEPT_MS, type SiteFile, stillHolds } from './site-files.ts'

const file = (url: string, until: number): SiteFile => ({ url, state: 'found', text: '', reason: '', until })

test('a file holds until its time, and no longer where the clock was set back', () => {
  const kept = file('https://paper.example/robots.txt', 1_000 + KEPT_MS)
  expect(stillHolds(kept, 1_000)).toBe(true)
  expect(stillHolds(kept, 999 + KEPT_MS)).toBe(true)
  expect(stillHolds(kept, 1_000 + KEPT_MS)).toBe(false)
  expect(stillHolds(kept, 999)).toBe(false)
})

test('what was asked for longest ago is dropped first', async () => {
  const files = ephemeralSiteFiles()
  for (let i = 0; i < 2_000; i++) await files.set(file(`${i}`, 1))
  await files.get('0')
  await files.set(file('new', 1))
  expect((await files.get('0'))?.url).toBe('0')
  expect(await files.get('1')).toBeNull()
  expect((await files.get('new'))?.url).toBe('new')
})
