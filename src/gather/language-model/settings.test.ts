import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EngineUnavailable } from '../../claims/attribution.ts'
import { DROPS } from '../../claims/language-model/anchoring.ts'
import { languageModelSettings } from './settings.ts'

const set = { HEARSAY_LM_URL: 'https://lm.example/v1', HEARSAY_LM_MODEL: 'parrot' }

test('without an address or a model, says what to set', () => {
  expect(() => languageModelSettings({})).toThrow(/HEARSAY_LM_URL and HEARSAY_LM_MODEL are missing/)
  expect(() => languageModelSettings({ ...set, HEARSAY_LM_MODEL: ' ' })).toThrow(/HEARSAY_LM_MODEL is missing/)
  expect(() => languageModelSettings({ ...set, HEARSAY_LM_URL: '' })).toThrow(EngineUnavailable)
})

test.each([
  ['https://lm.example/v1', 'https://lm.example/v1'],
  ['http://127.0.0.1:11434/v1/', 'http://127.0.0.1:11434/v1'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['https://lm.example/v1/chat/completions', 'https://lm.example/v1'],
])('the address %s', (given, url) => {
  expect(languageModelSettings({ ...set, HEARSAY_LM_URL: given })).toMatchObject({ url })
})

test.each([
  ['HEARSAY_LM_URL', 'lm.example'],
  ['HEARSAY_LM_URL', 'file:///etc/passwd'],
  ['HEARSAY_LM_URL', 'https://lm.example/v1?key=1'],
  ['HEARSAY_LM_URL', 'https://me:secret@lm.example/v1'],
  ['HEARSAY_LM_MODEL', 'two\nlines'],
  ['HEARSAY_LM_MODEL', 'x'.repeat(201)],
  ['HEARSAY_LM_KEY', 'two words'],
  ['HEARSAY_LM_KEY', 'line\r\nX-Evil: 1'],
  ['HEARSAY_LM_AT_ONCE', '0'],
  ['HEARSAY_LM_AT_ONCE', '1.5'],
  ['HEARSAY_LM_SECONDS', 'NaN'],
  ['HEARSAY_LM_SECONDS', '-1'],
  ['HEARSAY_LM_RUN_TOKENS', 'many'],
  ['HEARSAY_LM_STREAM', 'perhaps'],
])('%s that is %j cannot be followed, and is named', (name, value) => {
  const wanted = () => languageModelSettings({ ...set, [name]: value })
  expect(wanted).toThrow(EngineUnavailable)
  expect(wanted).toThrow(name)
  expect(wanted).not.toThrow(/secret|two words|X-Evil/)
})

test('answers are kept among caches, in a folder that is named, or not at all', () => {
  expect(languageModelSettings({ ...set, XDG_CACHE_HOME: '/caches' }).kept?.folder).toBe(
    '/caches/hearsay/language-model',
  )
  expect(languageModelSettings({ ...set, HEARSAY_LM_CACHE: '/here', HEARSAY_LM_CACHE_MB: '2' }).kept).toEqual({
    folder: '/here',
    bytes: 2 * 1024 * 1024,
  })
  expect(languageModelSettings({ ...set, HEARSAY_LM_CACHE: 'no' }).kept).toBeNull()
})

test('a run has no limit unless one is set', () => {
  expect(languageModelSettings(set).run).toEqual({ requests: Infinity, tokens: Infinity, ms: Infinity })
  expect(languageModelSettings({ ...set, HEARSAY_LM_RUN_SECONDS: '1.5' }).run.ms).toBe(1_500)
})

test('docs/engines.md names every setting and every reason to drop what was offered, and no other', () => {
  const root = new URL('../../../', import.meta.url)
  const docs = readFileSync(new URL('docs/engines.md', root), 'utf8')
  const source = readFileSync(new URL('src/gather/language-model/settings.ts', root), 'utf8')
  const settings = (text: string) => [...new Set(text.match(/HEARSAY_LM_[A-Z_]+/g))].sort()
  expect(settings(docs)).toEqual(settings(source))
  const reasons =
    docs
      .slice(docs.search(/^\| reason/m))
      .split('\n\n')[0]
      ?.split('\n')
      .slice(2) ?? []
  expect(reasons.map((row) => row.split('|')[1]?.trim())).toEqual(Object.keys(DROPS))
})
