import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExampleSite, exampleSite } from './site.ts'

let site: ExampleSite

beforeAll(async () => {
  site = await exampleSite()
}, 120_000)
afterAll(() => site.close())

/** Brings something to the desk, and waits until it is taken in. @returns the page that says what became of it */
async function bring(fields: Record<string, string | File>): Promise<string> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const answer = await site.ask('/', { method: 'POST', body, headers: { origin: site.address } })
  expect(answer.status).toBe(303)
  const at = answer.headers.get('location') as string
  const events = await (await site.ask(`${at}/events`)).text()
  expect(events).toContain('event: done')
  return (await site.ask(at)).text()
}

const PAGE = `<!doctype html><html><head><title>Ferry runs aground off Skerrow</title></head><body><article>
<h1>Ferry runs aground off Skerrow</h1><p>By Ada Quill</p>
<p>A ferry with up to 60 people aboard ran aground off Skerrow on Tuesday, harbour master Lena Vick said.</p>
<p>"We have all of them ashore by now," Vick told reporters. Police said at least nine were taken to hospital.</p>
</article></body></html>`

describe('the desk', () => {
  test('a pasted page is read, and its reading told in a line', async () => {
    const page = await bring({ words: PAGE, from: 'https://skerrow.example/ferry' })
    expect(page).toContain('Ferry runs aground off Skerrow')
    expect(page).toMatch(/\d claims?, \d figures?, \d chains?, \d+ things? left out/)
    const article = /href="(\/article\/\d+)"/.exec(page)?.[1] as string
    expect((await site.ask(article)).status).toBe(200)
  })

  test('a file is a page; another is refused with what to do', async () => {
    const page = await bring({ files: new File([PAGE.replaceAll('Skerrow', 'Harrow Sound')], 'ferry.html') })
    expect(page).toContain('Harrow Sound')
    expect(await bring({ files: new File(['x'], 'many.warc.gz') })).toContain('hearsay ingest many.warc.gz')
    expect(await bring({ files: new File(['\0\u0001\u0002'.repeat(99)], 'thing.bin') })).toContain('not taken in')
  })

  test('what cannot be fetched says why', async () => {
    expect(await bring({ words: 'http://127.0.0.1/secret' })).toContain('not taken in')
  })

  test('nothing, and an address that is none, are told so in place', async () => {
    for (const [fields, words] of [
      [{ words: '  ' }, 'Nothing was brought'],
      [{ words: 'Some text.', from: 'not an address' }, 'Where it is from is no address'],
    ] as const) {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      const answer = await site.ask('/', { method: 'POST', body, headers: { origin: site.address } })
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain(words)
    }
  })

  test('a list that is gone says so', async () => {
    const answer = await site.ask('/brought/nothing')
    expect([answer.status, (await answer.text()).includes('this list is gone')]).toEqual([404, true])
    const events = await (await site.ask('/brought/nothing/events')).text()
    expect(events).toContain('event: done')
    expect(events).toContain('this list is gone')
  })

  test('pages are told in a line, stories with what changed since a position', async () => {
    const page = await (await site.ask('/')).text()
    expect(page).toContain('Fire chief now counts 34 injured')
    expect(page).toMatch(/traces to 2 origins/)
    const later = /href="(\/\?since=\d+)"/.exec(page)?.[1] as string
    expect(await (await site.ask(later)).text()).toContain('No story changed since then.')
    await bring({
      words: PAGE.replaceAll('Skerrow', 'Port Callow').replaceAll('ferry', 'depot'),
      from: 'https://c.example/x',
    })
    const changed = await (await site.ask(later)).text()
    expect(changed).toContain('1 new article')
  })

  test('readers are shown no box', async () => {
    const open = await exampleSite({ password: 'larch' })
    try {
      const page = await (await open.ask('/')).text()
      expect(page).not.toContain('<textarea')
      expect(page).toContain('Pages read last')
    } finally {
      await open.close()
    }
  }, 120_000)
})
