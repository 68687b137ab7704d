// The claim's screen: what a person sees of a claim, and what an editor can say of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correct, undo } from '../../src/ledger/corrections/correct.ts'
import { positionNow } from '../../src/ledger/position.ts'
import { arrive, html } from '../ledger/arriving.ts'
import { type ExampleSite, exampleSite } from './site.ts'

const TOKEN = 'a-token-of-the-tests'
let site: ExampleSite

beforeAll(async () => {
  site = await exampleSite({ tokens: [TOKEN], excerpt: 40 })
})
afterAll(() => site.close())

const authorization = `Bearer ${TOKEN}`

/** A page as an editor is shown it, or a reader. */
async function page(path: string, { reader = false, status = 200 } = {}): Promise<string> {
  const answer = await site.ask(path, reader ? {} : { headers: { authorization } })
  expect(answer.status).toBe(status)
  return answer.text()
}

/** What is read: without markup. */
const read = (source: string): string =>
  source
    .replace(/<(?:dt|dd|p|li|label|button|h3)[ >]/g, ' $&')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim()

/** The part of a page that a heading begins. */
function part(source: string, heading: string): string {
  const from = source.indexOf(`<h2 id="${heading}"`)
  expect(from).toBeGreaterThan(0)
  const end = source.indexOf('</section>', from)
  return source.slice(from, end)
}

/** The number of a claim of the examples, by its words. */
async function numbered(words: string): Promise<number> {
  const { id } = await site.ledger.db
    .selectFrom('claim')
    .select('id')
    .where('content', 'like', `%${words}%`)
    .where('isCurrent', '=', 1)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Sends a form as an editor. */
function send(path: string, fields: Record<string, string> | [string, string][]): Promise<Response> {
  return site.ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { authorization, origin: site.address },
  })
}

const saying = { by: 'Ada Quill', why: 'so the page has it' }

describe('a claim', () => {
  test('has its exact words, who said them, on whose word, and the capture that proves it', async () => {
    const id = await numbered('lost up to a battalion of North Korean soldiers')
    const shown = await page(`/claim/${id}`)
    expect(shown).toMatch(/<blockquote class="exact">.*<span class="figure hedge">up to<\/span>/)
    expect(read(shown)).toContain('Volodymyr Zelenskyy')
    const chain = part(shown, 'chain')
    expect(read(chain)).toMatch(
      /INQUIRER\.net prints the copy of can be checked in our capture of .* SHA-256 [0-9a-f]{64}/,
    )
    expect(read(chain)).toContain('Yonhap cites credited outside the text, in the same capture')
    expect(chain).toMatch(/title="[0-9a-f]{64}"/)
    expect(chain).toMatch(/class="anchor" href="\/article\/\d+\/1#w\d+"/)
    expect(chain).toContain('<a href="/outlet/INQUIRER.net">')
    expect(chain).not.toContain('/outlet/Yonhap')
    const other = part(
      await page(`/claim/${await numbered('Up to 40 Varnholt workers may have been injured, most')}`),
      'chain',
    )
    expect(other).toMatch(/href="https:\/\/callow-gazette\.example\/[^"]+#:~:text=/)
    const { seq } = await positionNow(site.ledger)
    const at = Number(new RegExp(`href="/claim/${id}\\?at=(\\d+)" data-key="y"`).exec(shown)?.[1])
    expect(at).toBeGreaterThan(0)
    expect(at).toBeLessThanOrEqual(seq)
    expect(await page(`/claim/${id}?at=${at}`)).toContain(`As it stood at entry ${at} of the ledger`)
  })

  test('marks how far the chain can be checked: to the own page of a source', async () => {
    const one = html(
      'Ferry aground',
      'A ferry ran aground near Skerrow with 60 aboard, harbour master Lena Vick said, according to Tide Wire.',
    )
    const own = html(
      'Ferry aground off Skerrow',
      'A ferry ran aground near Skerrow with 60 aboard, harbour master Lena Vick said.',
    ).replace('Harbour Post', 'Tide Wire')
    const { claims } = await arrive(site.ledger, 'https://post.example/ferry', one, '2031-05-01T10:00:00.000Z')
    await arrive(site.ledger, 'https://tide.example/ferry', own, '2031-05-01T09:00:00.000Z')
    const id = claims[0] as number
    await correct(
      site.ledger,
      id,
      {
        field: 'chain',
        chain: [
          { name: 'Harbour Post', kind: 'outlet', link: 'cites' },
          { name: 'Tide Wire', kind: 'outlet', link: 'quotes' },
          { name: 'Lena Vick', kind: 'person', link: 'own reporting' },
        ],
      },
      { ...saying, at: '2031-05-02T10:00:00.000Z' },
    )
    const chain = read(part(await page(`/claim/${id}`), 'chain'))
    expect(chain).toMatch(
      /Tide Wire quotes in its own page.*can be checked its own page, in our capture of 1 May 2031 09:00 UTC/,
    )
    expect(chain).toContain('So far in as Tide Wire it can be checked here')
  })

  test('has all reports of its origin, the earliest first, their words held against the earliest', async () => {
    const id = await numbered('Up to 40 Varnholt workers may have been injured, most')
    const reports = part(await page(`/claim/${id}`), 'reports')
    expect(read(reports)).toContain('8 articles of this ledger report it')
    expect(reports.match(/<li class="report/g)).toHaveLength(8)
    expect(read(reports)).toMatch(/the earliest here .* this claim/)
    expect(reports).toMatch(/<del>[^<]+<\/del>/)
    expect(read(reports)).toMatch(/hedge dropped .*? left out/)
    expect(read(reports).match(/the words that the others are held against/g)).toHaveLength(1)
    const days = [...reports.matchAll(/<p class="when"><time datetime="([^"]+)"/g)].map(([, day]) => day as string)
    expect(days).toEqual(days.toSorted())
    expect(read(reports)).not.toMatch(/first to report|confirmed|admitted|revealed/i)
  })

  test('goes through many reports a page at a time, all held against the earliest', async () => {
    const told = 'Up to 70 seals were stranded on the Skerrow sands, warden Tam Orr said.'
    let first = 0
    for (let n = 10; n < 43; n++) {
      const own = `The ${n}th report of this kind reached the paper of street ${n} by telephone.`
      const text = n === 30 ? told.replace('Up to ', '') : told
      const { claims } = await arrive(
        site.ledger,
        `https://${n}.example/seals`,
        html(
          `Seals stranded, ${n}`,
          `${text}\n${own}`,
          `<meta property="article:published_time" content="2031-09-${n - 9}">`,
        ),
        '2031-10-20T10:00:00.000Z',
      )
      if (n === 10) first = claims[0] as number
    }
    const shown = await page(`/claim/${first}`)
    const next = /href="([^"]+)" rel="next"/.exec(shown)?.[1] as string
    expect(next).toBe(`/claim/${first}?reports=30#reports`)
    const reports = part(shown, 'reports')
    expect(read(reports)).toContain('33 articles of this ledger report it')
    expect(read(reports)).toContain('1 to 30 of 33')
    expect(read(reports)).toContain('hedge dropped “Up to” left out')
    const rest = part(await page(next), 'reports')
    expect(read(rest)).toContain('31 to 33 of 33')
    expect(rest.match(/<li class="report/g)).toHaveLength(3)
    expect(rest).not.toContain('the earliest here')
    expect(part(await page(`/claim/${first}?reports=900`), 'reports')).toContain('the earliest here')
  })

  test('says in which captures it was seen and in which not, and that newer is known', async () => {
    const url = 'https://post.example/bridge'
    const first = html(
      'Bridge shut',
      'The bridge at Skerrow is shut for 12 days, harbour master Lena Vick said.\nTraffic goes round by the coast road.',
    )
    const later = html('Bridge shut', 'Traffic goes round by the coast road.\nThe weather is fine.')
    const { claims } = await arrive(site.ledger, url, first, '2031-06-01T10:00:00.000Z')
    await arrive(site.ledger, url, later, '2031-06-02T10:00:00.000Z')
    const shown = await page(`/claim/${claims[0]}`)
    const history = read(part(shown, 'corrections'))
    expect(history).toContain('in our capture of 1 Jun 2031 10:00 UTC (version 1)')
    expect(history).toContain('not in our capture of 2 Jun 2031 10:00 UTC (version 2)')
    expect(read(shown)).toContain('Newer is known. No claim of the version seen last continues it.')
    expect(read(shown)).not.toMatch(/deleted|removed/i)
  })

  test('readers have an excerpt and no forms', async () => {
    const id = await numbered('lost up to a battalion of North Korean soldiers')
    const shown = await page(`/claim/${id}`, { reader: true })
    expect(shown).not.toContain('<form method="post"')
    const words = /<blockquote class="exact">(.*?)<\/blockquote>/s.exec(shown)?.[1] ?? ''
    expect(read(words)).toMatch(/^“.{40} …”$/)
    const all = 'lost up to a battalion of North Korean soldiers'
    expect(shown).not.toContain(all)
    for (const [, path = ''] of shown.matchAll(/href="(\/claim\/\d+\/cite\.[a-z]+\?at=\d+)"/g)) {
      expect(await (await site.ask(path)).text()).not.toContain(all)
      expect(await (await site.ask(path, { headers: { authorization } })).text()).toContain(all)
    }
  })

  test.each(['0', '1x', '999999999', '9'.repeat(40), '%00', '1?at=x', '1?at=0'])('there is no claim %s', async (id) => {
    expect(read(await page(`/claim/${id}`, { status: 404 }))).toContain('There is no such claim')
  })

  test('a claim that was not there yet leads to the one that is', async () => {
    const id = await numbered('Up to 40 Varnholt workers may have been injured, most')
    const shown = await page(`/claim/${id}?at=1`, { status: 404 })
    expect(shown).toContain(`href="/claim/${id}"`)
  })
})

describe('a citation', () => {
  test.each([
    [
      'txt',
      'text/plain',
      /^Ilse Maren: "Up to 40 .* …" On the word of: .* SHA-256 [0-9a-f]{64}\. Hearsay, claim \d+: http/,
    ],
    ['json', 'application/vnd.citationstyles.csl+json', /"type": "article-newspaper"/],
    ['ris', 'application/x-research-info-systems', /^TY {2}- NEWS\r\n/],
    ['bib', 'application/x-bibtex', /^@misc\{hearsay-claim-\d+,\n/],
  ])('is there as %s, pinned', async (format, type, words) => {
    const id = await numbered('Up to 40 Varnholt workers may have been injured, most')
    const shown = await page(`/claim/${id}`)
    const path = new RegExp(`href="(/claim/${id}/cite\\.${format}\\?at=\\d+)"`).exec(shown)?.[1] as string
    const answer = await site.ask(path)
    expect(answer.headers.get('content-type')).toContain(type)
    const file = await answer.text()
    expect(file).toMatch(words)
    expect(file).toMatch(new RegExp(`/claim/${id}\\?at=\\d+`))
  })

  test('there is none of a claim that is not there, and none as another file', async () => {
    for (const path of ['/claim/999999/cite.txt', '/claim/1/cite.txt?at=x', '/claim/1/cite.exe'])
      expect((await site.ask(path)).status).toBe(404)
  })
})

describe('an editor', () => {
  test('corrects a speaker, undoes it and redoes it, each with a reason', async () => {
    const id = await numbered('as many as 30 people may still be under')
    const path = `/claim/${id}`
    const answer = await send(`${path}/correct`, { form: 'speaker', name: 'Bo Nye', kind: 'person', ...saying })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}#corrections`])
    const corrected = await page(path)
    expect(read(corrected)).toContain('Bo Nye reported, corrected by a person')
    expect(read(part(corrected, 'corrections'))).toMatch(
      /The speaker is Bo Nye \(person\) Ada Quill, .*: so the page has it/,
    )
    expect(read(part(corrected, 'corrections'))).toContain('As it was read source Yusuf Latuconsina')
    const correction = /id="correction-(\d+)"/.exec(corrected)?.[1] as string
    expect((await send(`${path}/undo`, { correction, by: 'Ada Quill', why: 'misread' })).status).toBe(303)
    const undone = await page(path)
    expect(read(part(undone, 'corrections'))).toMatch(/undone Ada Quill.*undone by Ada Quill, .*: misread/)
    expect(read(undone)).not.toContain('corrected by a person')
    expect((await send(`${path}/redo`, { correction, by: 'Ada Quill', why: 'it was right' })).status).toBe(303)
    expect(read(await page(path))).toContain('Bo Nye reported, corrected by a person')
    await undo(site.ledger, Number(correction), { ...saying, at: '2031-01-01T00:00:00.000Z' })
  })

  test.each<[string, Record<string, string> | [string, string][], RegExp]>([
    [
      'a figure',
      { form: 'figure 1', low: '20', high: '30', measure: 'missing', unit: 'people', of: '', qualifier: '' },
      /“as many as 30”: .*at least 20/,
    ],
    ['a figure that is none', { form: 'figure 1', strike: 'yes' }, /“as many as 30” is no figure of it/],
    [
      'a figure that was missed',
      {
        form: 'added figure',
        words: 'two',
        nth: '1',
        low: '2',
        high: '2',
        unit: 'villages',
        measure: '',
        of: '',
        qualifier: '',
      },
      /“two” is a figure: at least 2, at most 2/,
    ],
    [
      'the chain',
      [
        ['form', 'chain'],
        ['name', 'Bay Post'],
        ['kind', 'outlet'],
        ['link', 'told'],
        ['name', ''],
        ['kind', 'person'],
        ['link', 'cites'],
        ['name', 'Bo Nye'],
        ['kind', 'person'],
        ['link', 'own reporting'],
      ],
      /The chain is Bay Post \(told\), Bo Nye \(own reporting\)/,
    ],
    ['the day', { form: 'said', date: '2031-05' }, /It was said on 2031-05/],
    ['the days', { form: 'happened', start: '2031-05-01', end: '' }, /It happened from 2031-05-01 to unknown/],
    ['the place', { form: 'place', name: 'Skerrow' }, /The place is Skerrow/],
    ['the type', { form: 'type', type: 'direct' }, /Its type is quoted/],
    ['that it is right', { form: 'right' }, /Found right/],
    ['an origin', { form: 'origin', one: '', not: '12' }, /is not one with 12/],
  ])('says %s', async (_, fields, words) => {
    const id = await numbered('as many as 30 people may still be under')
    const all = Array.isArray(fields) ? [...fields, ...Object.entries(saying)] : { ...fields, ...saying }
    const answer = await send(`/claim/${id}/correct`, all as Record<string, string>)
    expect(answer.status).toBe(303)
    expect(read(part(await page(`/claim/${id}`), 'corrections'))).toMatch(words)
  })

  test('is told in place what is wrong, and keeps what was typed', async () => {
    const id = await numbered('Up to 40 Varnholt workers may have been injured, most')
    for (const [fields, wrong] of [
      [{ form: 'said', date: '2031-13', ...saying }, 'a date is written 2025, 2025-01 or 2025-01-04'],
      [{ form: 'said', date: '2031-12', by: 'Ada Quill', why: ' ' }, 'Say why.'],
      [{ form: 'figure 1', low: 'many', ...saying }, 'wants a number'],
      [{ form: 'figure 9', low: '1', ...saying }, 'This claim has no such figure.'],
      [{ form: 'origin', one: 'that one', ...saying }, 'Give claims by their numbers'],
      [{ form: 'nonsense', ...saying }, 'This is no correction that the form has.'],
    ] as const) {
      const answer = await send(`/claim/${id}/correct`, fields as unknown as Record<string, string>)
      const shown = await answer.text()
      expect(answer.status).toBe(400)
      expect(read(shown)).toContain(wrong)
      if (fields.form === 'figure 9' || fields.form === 'nonsense') continue
      expect(shown).toMatch(/<details name="fix" open><summary data-stop><span class="label">[^<]*<\/span>/)
      expect(shown).toContain(`role="alert" id="wrong">`)
      expect(shown).toContain('value="Ada Quill"')
    }
  })

  test('is told so where a correction is not there to be undone', async () => {
    const id = await numbered('Up to 40 Varnholt workers may have been injured, most')
    const answer = await send(`/claim/${id}/undo`, { correction: '99999', ...saying })
    expect(answer.status).toBe(400)
    expect(read(await answer.text())).toContain('There is no correction 99999.')
  })

  test('hides a claim: readers are told who did so and why, editors can show it again', async () => {
    const id = await numbered('At least 26 Varnholt workers')
    const { seq } = await positionNow(site.ledger)
    expect((await send(`/claim/${id}/correct`, { form: 'hide', ...saying })).status).toBe(303)
    const shown = read(await page(`/claim/${id}`, { reader: true, status: 410 }))
    expect(shown).toContain('A person hid it')
    expect(shown).not.toContain('At least 26')
    expect((await site.ask(`/claim/${id}/cite.txt`)).status).toBe(404)
    const pinned = read(await page(`/claim/${id}?at=${seq}`, { reader: true, status: 410 }))
    expect(pinned).toContain('A person hid it')
    expect(pinned).not.toContain('At least 26')
    expect((await site.ask(`/claim/${id}/cite.txt?at=${seq}`)).status).toBe(404)
    expect(read(await page(`/claim/${id}?at=${seq}`))).toContain('At least 26')
    expect(read(await page(`/claim/${id}`))).toContain('It is in no origin')
    expect((await send(`/claim/${id}/correct`, { form: 'show', ...saying })).status).toBe(303)
    expect(read(await page(`/claim/${id}`, { reader: true }))).toContain('To cite it')
  })

  test('readers and other sites change nothing', async () => {
    const id = await numbered('Up to 40 Varnholt workers may have been injured, most')
    const body = new URLSearchParams({ form: 'hide', ...saying })
    const reader = await site.ask(`/claim/${id}/correct`, { method: 'POST', body, headers: { origin: site.address } })
    const other = await site.ask(`/claim/${id}/correct`, {
      method: 'POST',
      body,
      headers: { authorization, origin: 'https://elsewhere.example' },
    })
    expect([reader.status, other.status]).toEqual([403, 403])
  })
})

test('hostile words stay words', async () => {
  const evil = '<script>alert(1)</script> \u202egnihtyna "onclick=x'
  const { claims } = await arrive(
    site.ledger,
    'https://post.example/evil',
    html(
      'Ship lost',
      `The ship lost 12 crew near &lt;script&gt;alert(1)&lt;/script&gt; \u202eSkerrow, Lena Vick said.`,
    ),
    '2031-07-01T10:00:00.000Z',
  )
  const id = claims[0] as number
  await send(`/claim/${id}/correct`, { form: 'place', name: evil, by: evil, why: evil })
  const shown = await page(`/claim/${id}`)
  expect(shown).toContain('&lt;script&gt;')
  expect(shown).not.toContain('<script>alert')
  expect(shown).not.toContain('\u202e')
  expect(shown).not.toMatch(/\sstyle="|<style/)
})
