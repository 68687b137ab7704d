// Review over HTTP: what is offered, what each button writes down, what comes next, and the list that everybody sees.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { correct } from '../../src/ledger/corrections/correct.ts'
import { inForce } from '../../src/ledger/corrections/correction.ts'
import { memberOf } from '../../src/ledger/corrections/reapply.ts'
import { correctionEntries } from '../../src/ledger/corrections/record.ts'
import { originReported } from '../../src/ledger/reports.ts'
import { reviewQueue } from '../../src/ledger/review.ts'
import { readPage } from '../../src/page/index.ts'
import { paragraphView } from '../../src/web/review/paragraph.ts'
import { foundIn, LATER, tell } from '../ledger/telling.ts'
import { type ExampleSite, exampleSite } from './site.ts'

const TOKEN = 'a-token-of-the-tests'
const NAME = { cookie: 'hearsay-name=Kim', authorization: `Bearer ${TOKEN}` }

let site: ExampleSite
beforeAll(async () => {
  site = await exampleSite({ tokens: [TOKEN] })
}, 120_000)
afterAll(() => site.close())

const page = async (path: string, headers: Record<string, string> = NAME): Promise<string> => {
  const answer = await site.ask(path, { headers })
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

/** Sends a form. @returns the status, and where it leads */
async function send(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = NAME,
): Promise<{ status: number; to: URL; source: string }> {
  const answer = await site.ask(path, {
    method: 'POST',
    headers: { origin: site.address, ...headers },
    body: new URLSearchParams(fields),
  })
  const to = new URL(answer.headers.get('location') ?? '/', site.address)
  return { status: answer.status, to, source: await answer.text() }
}

const read = (source: string): string =>
  source
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

const waiting = async (): Promise<number[]> =>
  (await reviewQueue(site.ledger)).offered.filter(({ isWaiting }) => isWaiting).map(({ claim }) => claim)

const forced = async () => inForce(await correctionEntries(site.ledger))

/** The least sure that nobody has looked at, and the one after it. */
let [first, second] = [0, 0]
beforeEach(async () => {
  ;[first = 0, second = 0] = await waiting()
})

test('the least sure claim is shown first, in its paragraph, with what can be said of it', async () => {
  const source = await page('/review')
  expect(source).toContain(`<a href="/claim/${first}">Claim ${first}</a>`)
  const { content } = (await memberOf(site.ledger.db, first))?.corrected.claim ?? {}
  expect(read(source)).toContain(content?.parts.length === 1 ? content.text.replace(/\s+/g, ' ') : 'what')
  for (const key of ['a', 'h', 'f']) expect(source).toContain(`data-key="${key}"`)
  expect(read(source)).toMatch(/0 of \d+ claims looked at; 0 corrected/)
  expect(source).toContain(`href="/claim/${first}#fix"`)
})

test('found right, the next one comes, with what was done and how to take it back', async () => {
  const { status, to } = await send('/review', { at: `c${first}`, do: 'right', why: 'Looked at it.' })
  expect([status, to.pathname, to.searchParams.get('at')]).toEqual([303, '/review', `c${second}`])
  const last = (await forced()).at(-1)
  expect(last).toMatchObject({ claim: first, change: { field: 'right' }, by: 'Kim', why: 'Looked at it.' })
  const source = await page(to.pathname + to.search)
  expect(read(source)).toContain(`Claim ${first}: Found right.`)
  expect(read(source)).toMatch(/1 of \d+ claims looked at; 0 corrected/)
  expect(await waiting()).not.toContain(first)
  const undone = await send('/review/undo', { correction: String(last?.id), why: 'Misread.' })
  expect([undone.status, undone.to.searchParams.get('at')]).toEqual([303, `c${first}`])
  expect(read(await page(undone.to.pathname + undone.to.search))).toContain(
    `Taken back, of claim ${first}: Found right.`,
  )
  expect((await waiting())[0]).toBe(first)
})

test('hidden, it counts nowhere; going back shows what was said of it', async () => {
  const { to } = await send('/review', { at: `c${first}`, do: 'hide', why: 'A menu.' })
  expect((await memberOf(site.ledger.db, first))?.corrected.isHidden).toBe(true)
  expect(await page(to.pathname + to.search)).toContain(`href="/review?at=c${first}" rel="prev" data-step="k"`)
  const source = await page(`/review?at=c${first}`)
  expect(read(source)).toContain('Hidden. Kim')
  expect(source).not.toContain('name="do" value="hide"')
})

test('claims are merged with one in like words, and split from all of their origin', async () => {
  const offered = (await reviewQueue(site.ledger)).offered.map(({ claim }) => claim)
  let merged = false
  for (const claim of offered) {
    const source = await page(`/review?at=c${claim}`)
    const other = /name="do" value="merge">.*?name="other" value="(\d+)"/.exec(source)?.[1]
    if (other === undefined) continue
    await send('/review', { at: `c${claim}`, do: 'merge', other, why: 'The same statement.' })
    const numbers = async () =>
      (await originReported(site.ledger, claim))?.reports.flatMap((one) => one.claims.map(({ number }) => number)) ?? []
    expect(await numbers()).toContain(Number(other))
    expect(await page(`/review?at=c${claim}`)).toContain('data-led="s"')
    await send('/review', { at: `c${claim}`, do: 'split', why: 'Another statement.' })
    expect(await numbers()).toEqual([claim])
    merged = true
    break
  }
  expect(merged).toBe(true)
})

test('a correction whose words changed waits first, and holds again where a person says so', async () => {
  const text = 'The bridge at Coldwater will stay shut until June, the mayor Ada Moss said on Monday.'
  const told = { url: 'https://news.example/bridge', outlet: 'The Bugle' }
  const [one = 0] = await tell(site.ledger, text, told)
  const change = { field: 'place', name: 'Coldwater Bay' } as const
  const { id } = await correct(site.ledger, one, change, { by: 'Kim', at: LATER, why: 'It says so.' })
  const [now = 0] = await tell(site.ledger, text.replace('June', 'July'), { ...told, at: '2025-01-07T10:00:00.000Z' })
  const source = await page('/review')
  expect(read(source)).toContain('A correction waits, since the words changed')
  expect(source).toMatch(/<del>June<\/del>|<ins>July<\/ins>/)
  expect(source).toContain(`name="at" value="w${id}.${one}"`)
  const { status } = await send('/review', { at: `w${id}.${one}`, do: 'again', why: 'It holds.' })
  expect(status).toBe(303)
  expect((await memberOf(site.ledger.db, now))?.corrected.claim.place?.name).toBe('Coldwater Bay')
  expect(await page('/review')).not.toContain('A correction waits')
  await tell(site.ledger, 'Nothing of the kind is said here any more.', { ...told, at: '2025-01-08T10:00:00.000Z' })
  const gone = await page('/review')
  expect(read(gone)).toContain('A correction waits, since the words are gone')
  const [, at = ''] = /name="at" value="(w[\d.]+)"/.exec(gone) ?? []
  await send('/review', { at, do: 'drop', why: 'Gone.' })
  expect((await forced()).map((entry) => entry.id)).not.toContain(Number(/^w(\d+)/.exec(at)?.[1]))
})

test('who has given no name is asked for it, and writes nothing until then', async () => {
  const nobody = { authorization: `Bearer ${TOKEN}` }
  expect(await page('/review', nobody)).toContain('action="/review/name"')
  const { status, source } = await send('/review', { at: `c${first}`, do: 'right', why: 'ok' }, nobody)
  expect(status).toBe(400)
  expect(read(source)).toContain('Say who corrects.')
  const answer = await site.ask('/review/name', {
    method: 'POST',
    headers: { origin: site.address, ...nobody },
    body: new URLSearchParams({ by: ' Éva Kiss ' }),
  })
  expect(answer.headers.get('set-cookie')).toMatch(/^hearsay-name=%C3%89va%20Kiss;.*Path=\/review;.*HttpOnly/)
})

test('what cannot be said is refused with a sentence, and what is not there is not found', async () => {
  const before = (await forced()).length
  for (const fields of [
    { do: 'right', why: '' },
    { do: 'merge', other: 'x', why: 'ok' },
    { do: 'merge', other: '99999999', why: 'ok' },
    { do: 'again', why: 'ok' },
    { do: 'shout', why: 'ok' },
  ]) {
    const { status, source } = await send('/review', { at: `c${first}`, ...fields })
    expect([fields, status]).toEqual([fields, 400])
    expect(source).toContain('role="alert"')
  }
  expect((await send('/review', { at: 'c99999999', do: 'right', why: 'ok' })).status).toBe(400)
  expect((await send('/review/undo', { correction: 'x', why: 'ok' })).status).toBe(400)
  expect((await forced()).length).toBe(before)
  for (const at of ['c99999999', 'nonsense', 'w1.1', 'c0'])
    expect((await site.ask(`/review?at=${at}`, { headers: NAME })).status).toBe(404)
  expect((await site.ask('/review?done=99999&before=x', { headers: NAME })).status).toBe(200)
})

test('readers are shown the corrections instead, and cannot write', async () => {
  const source = await page('/review', {})
  expect(read(source)).toContain('What they said of them is public')
  expect(source).not.toContain('method="post"')
  expect((await send('/review', { at: `c${first}`, do: 'right', why: 'ok' }, {})).status).toBe(403)
})

test('every correction is listed for everybody, newest first, with who, why and what undid it', async () => {
  const said = { by: '<b>Kim</b>', at: '2031-03-05T10:00:00.000Z', why: 'The page says so.' }
  const { id } = await correct(site.ledger, second, { field: 'place', name: 'Port Calder' }, said)
  const source = await page('/corrections', {})
  expect(source.indexOf(`id="correction-${id}"`)).toBe(source.indexOf('id="correction-'))
  expect(read(source)).toContain('The place is Port Calder')
  expect(source).toContain('&lt;b&gt;Kim&lt;/b&gt;')
  expect(source).toContain(`href="/claim/${second}#corrections"`)
  expect(read(source)).not.toContain('Found right')
  const all = await page('/corrections?all=yes', {})
  expect(read(all)).toMatch(/Found right Not in force\..*Undone by Kim.*Misread\./)
  expect((await site.ask('/corrections?before=x')).status).toBe(200)
})

test('who, says and what are marked where they stand, the paragraph before without marks', async () => {
  const text = 'The harbour was closed.\n\nThe ferry Calder sank in fog, Captain Ada Moss said on Monday.'
  const [claim] = await foundIn(text)
  if (claim === undefined) throw new Error('nothing was read')
  const { source } = paragraphView(claim, readPage(text, { as: 'article' }))
  expect(source).toContain('<p class="soft before">The harbour was closed.</p>')
  expect(source).toContain('<span class="read read-content">The ferry Calder sank in fog</span>')
  expect(source).toMatch(
    /<span class="read read-source">Captain Ada Moss<\/span> <span class="read read-cue">said<\/span>/,
  )
})
