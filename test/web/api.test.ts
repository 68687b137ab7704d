// The API as programs meet it: every route answers what its document says, problems say what to do, pages and states can
// be gone on from, and nobody writes or reads who may not.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { PROBLEMS, Problem } from '../../src/web/api/problem.ts'
import { ROUTES } from '../../src/web/api/routes.ts'
import { type ApiSite, apiSite } from './api-site.ts'

let site: ApiSite
beforeAll(async () => {
  site = await apiSite()
})
afterAll(() => site.close())

const READING = ROUTES.filter(({ method, name }) => method === 'get' && name !== 'getBatch')
const json = (response: Response): Promise<never> => response.json() as Promise<never>

describe('every route', () => {
  test.each(READING.map((route) => [route.name, route] as const))('%s answers its schema', async (_, route) => {
    const response = await site.api(site.pathOf(route))
    const value = await json(response)
    expect(response.status).toBe(200)
    // What the schema does not know would be lost by it: an answer has nothing that is not documented.
    expect(route.answer.parse(value)).toEqual(value)
  })

  test.each(READING.map((route) => [route.name, route] as const))(
    '%s tells its state, and that it stayed',
    async (_, route) => {
      const path = site.pathOf(route)
      const tag = (await site.api(path)).headers.get('etag')
      if (!route.isKept) {
        expect(tag).toBeNull()
        return
      }
      const again = await site.api(path, { headers: { 'if-none-match': `W/"other", ${tag}` } })
      expect([again.status, await again.text()]).toEqual([304, ''])
      const head = await site.api(path, { method: 'HEAD' })
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, tag, ''])
    },
  )

  test.each(ROUTES.map((route) => [route.name, route] as const))(
    '%s refuses other methods and says which it takes',
    async (_, route) => {
      const path = site.pathOf(route)
      const methods = (await site.api(path, { method: 'OPTIONS' })).headers.get('allow')?.split(', ') ?? []
      expect(methods).toContain(route.method.toUpperCase())
      const refused = await site.api(path, { method: 'DELETE' })
      expect([refused.status, refused.headers.get('allow')?.split(', ')]).toEqual([405, methods])
      expect(Problem.parse(await refused.json()).type).toMatch(/#method-not-allowed$/)
    },
  )

  test('lists have what they are lists of', async () => {
    const lengths = await Promise.all(
      READING.filter(({ chosen, answer }) => chosen !== answer).map(async (route) => {
        const { items } = (await json(await site.api(site.pathOf(route)))) as { items: unknown[] }
        return [route.name, items.length > 0] as const
      }),
    )
    expect(lengths.filter(([, isFilled]) => !isFilled)).toEqual([])
  })
})

describe('the document', () => {
  test('redocly finds nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hearsay-openapi-'))
    const file = join(folder, 'openapi.json')
    await writeFile(file, await (await site.api('/openapi.json')).text())
    const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')
    const config = join(import.meta.dirname, 'redocly.yaml')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [redocly, 'lint', file, '--config', config, '--format', 'json'],
      { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }, maxBuffer: 2 ** 26 },
    )
    await rm(folder, { recursive: true })
    expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 }, problems: [] })
  }, 60_000)

  test('every example is one of what it exemplifies', () => {
    const seen = new Set<z.ZodType>()
    const examples = (schema: z.ZodType): void => {
      if (seen.has(schema)) return
      seen.add(schema)
      for (const one of (schema.meta()?.examples ?? []) as unknown[])
        expect(schema.safeParse(one)).toMatchObject({ success: true })
      const { def } = schema as unknown as { def: Record<string, unknown> }
      const shape = Object.values((def.shape ?? {}) as Record<string, z.ZodType>)
      const options = (def.options ?? []) as z.ZodType[]
      const lazy = typeof def.getter === 'function' ? [(def.getter as () => z.ZodType)()] : []
      for (const inner of [...shape, ...options, ...lazy, def.element, def.innerType, def.valueType])
        if (inner instanceof z.ZodType) examples(inner)
    }
    for (const route of ROUTES)
      for (const one of [route.answer, route.query, route.params, route.body]) if (one !== null) examples(one)
    expect(seen.size).toBeGreaterThan(300)
  })

  test('the page for people names every route and explains every problem, without a script', async () => {
    const page = await (await site.api('')).text()
    for (const { path } of ROUTES) expect(page).toContain(path)
    for (const kind of Object.keys(PROBLEMS)) expect(page).toContain(`id="${kind}"`)
  })
})

describe('what goes wrong', () => {
  test.each([
    ['/nothing', 404, 'not-found'],
    ['/claims/999999', 404, 'not-found'],
    ['/claims/one', 400, 'bad-parameter'],
    ['/claims/1?at=soon', 400, 'bad-parameter'],
    ['/claims/0', 400, 'bad-parameter'],
    ['/claims/1e3', 400, 'bad-parameter'],
    ['/claims?limit=0', 400, 'bad-parameter'],
    ['/claims?limit=5&limit=6', 400, 'bad-parameter'],
    ['/claims?colour=red', 400, 'bad-parameter'],
    ['/claims?access_token=secret', 400, 'bad-parameter'],
    ['/claims?cursor=nonsense', 400, 'bad-cursor'],
    ['/claims?q=speaker:', 400, 'bad-query'],
    ['/claims?q=figure:many', 400, 'bad-query'],
    ['/claims?fields=speaker.colour', 400, 'bad-parameter'],
    ['/claims?fields=__proto__', 400, 'bad-parameter'],
    ['/sources/planet/Mars', 400, 'bad-parameter'],
    ['/sources/outlet/Nobody', 404, 'not-found'],
    ['/developments?story=1&speaker=a', 400, 'bad-parameter'],
  ])('%s: %i %s', async (path, status, kind) => {
    const response = await site.api(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    const problem = Problem.parse(await response.json())
    expect(problem).toMatchObject({ status, type: `${site.address}/api/v1#${kind}` })
    expect(problem.detail.length).toBeGreaterThan(10)
  })

  test('it says where, by a pointer', async () => {
    const { errors } = Problem.parse(await (await site.api('/claims?limit=0')).json())
    expect(errors).toMatchObject([{ in: 'query', pointer: '/limit' }])
    const body = {
      by: 'M. Voss',
      why: 'x',
      change: { field: 'speaker', speaker: { name: '', kind: 'person', key: null } },
    }
    const response = await post('/claims/3/corrections', body)
    expect(response.status).toBe(422)
    expect(Problem.parse(await response.json()).errors).toMatchObject([{ in: 'body', pointer: '/change/speaker/name' }])
  })

  test('a token in an address is refused with the way to say it', async () => {
    const { detail } = Problem.parse(await (await site.api('/claims?token=secret')).json())
    expect(detail).toContain('Authorization')
    expect(detail).not.toContain('secret')
  })

  test.each([
    ['text/plain', '{}', 415],
    ['application/x-www-form-urlencoded', 'by=me', 415],
    ['application/json', '{', 400],
    ['application/json', 'null', 422],
    ['application/json; charset=utf-8', '{"by":"M. Voss","why":"x","change":{"field":"colour"}}', 422],
    ['application/json', JSON.stringify({ by: 'x'.repeat(300_000) }), 413],
  ])('a body of %s %.40s: %i', async (type, body, status) => {
    const response = await site.api('/claims/3/corrections', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    expect(response.status).toBe(status)
    expect(Problem.parse(await response.json()).status).toBe(status)
  })

  test('a correction that says nothing new is told so', async () => {
    const response = await post('/claims/1/corrections', {
      by: 'M. Voss',
      why: 'Again.',
      change: { field: 'place', name: 'Elling harbour' },
    })
    expect(response.status).toBe(422)
    expect(Problem.parse(await response.json()).detail).toContain('says so already')
  })
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  site.api(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

describe('pages of lists', () => {
  test.each([
    '/claims?limit=7',
    '/search/articles?limit=5',
    '/articles?limit=4',
    '/stories?limit=2',
    '/review?limit=50',
  ])('%s: each thing once, by cursor and by link alike', async (path) => {
    const keys: unknown[] = []
    let next: string | null = path
    for (let pages = 0; next !== null && pages < 200; pages++) {
      const response: Response = await site.api(next)
      const page = (await json(response)) as { items: { number: number }[]; next: string | null }
      keys.push(...page.items.map(({ number }) => number))
      const link = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null
      expect(link === null).toBe(page.next === null)
      if (link !== null) expect(new URL(link).searchParams.get('cursor')).toBe(page.next)
      next = link === null ? null : link.slice(`${site.address}/api/v1`.length)
    }
    expect(keys.length).toBeGreaterThan(8)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('a cursor of one list or query is none of another', async () => {
    const { next } = (await json(await site.api('/claims?limit=1'))) as { next: string }
    expect((await site.api(`/articles?cursor=${next}`)).status).toBe(400)
    expect((await site.api(`/claims?q=harbour&cursor=${next}`)).status).toBe(400)
  })

  test('fields leave only what is asked for', async () => {
    const { items } = (await json(await site.api('/claims?limit=3&fields=number,speaker.name,figures.low'))) as {
      items: Record<string, unknown>[]
    }
    expect(items).toHaveLength(3)
    for (const item of items) expect(Object.keys(item).sort()).toEqual(['figures', 'number', 'speaker'])
  })
})

test('what changed in claims is noticed when it is asked for', async () => {
  const newest = async () =>
    ((await json(await site.api('/developments?limit=1'))) as { items: { number: number }[] }).items[0]?.number ?? 0
  const before = await newest()
  await post('/claims/7/corrections', {
    by: 'M. Voss',
    why: 'The caption.',
    change: { field: 'place', name: 'Elling' },
  })
  expect(await newest()).toBeGreaterThan(before)
})

describe('writing', () => {
  test('a correction is written, undone and redone, and each is there to be read', async () => {
    const made = await post('/claims/4/corrections', { by: 'M. Voss', why: 'Looked at.', change: { field: 'right' } })
    const { number } = (await json(made)) as { number: number }
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/corrections/${number}`])
    const isInForce = async () =>
      ((await json(await site.api(`/corrections/${number}`))) as { isInForce: boolean }).isInForce
    expect(await isInForce()).toBe(true)
    expect((await post(`/corrections/${number}/undo`, { by: 'M. Voss', why: 'Not yet.' })).status).toBe(201)
    expect(await isInForce()).toBe(false)
    expect((await post(`/corrections/${number}/undo`, { by: 'M. Voss', why: 'Not yet.' })).status).toBe(422)
    expect((await post(`/corrections/${number}/redo`, { by: 'M. Voss', why: 'Now.' })).status).toBe(201)
    expect(await isInForce()).toBe(true)
  })

  test('a decision on origins is a correction like others', async () => {
    const made = await post('/decisions', { by: 'M. Voss', why: 'One briefing.', how: 'merge', one: [5, 6] })
    expect(made.status).toBe(201)
    expect(await json(made)).toMatchObject({ change: { field: 'origin', how: 'merge', one: [5, 6], not: [] } })
  })

  test('a page that is given is read and entered', async () => {
    const given = {
      url: 'https://pier.example/closed',
      text: 'Pier closed\n\nUp to 12 people were hurt at the pier, Ilse Maren said on Monday.',
    }
    const made = await post('/pages', given)
    expect(made.status).toBe(202)
    const at = made.headers.get('location')?.slice('/api/v1'.length) as string
    let batch: { isDone: boolean; items: { is: string; article: number; claims: number }[] }
    do batch = await json(await site.api(at))
    while (!batch.isDone)
    expect(batch.items).toMatchObject([{ is: 'entered', isNew: true }])
    const { items } = (await json(await site.api(`/articles/${batch.items[0]?.article}/claims`))) as {
      items: { figures: unknown[] }[]
    }
    expect(items[0]?.figures).toMatchObject([{ high: 12, qualifier: 'Up to' }])
  }, 60_000)

  test('a claim that was missed is added, and hidden it is gone', async () => {
    const { items } = (await json(await site.api('/articles?limit=1'))) as { items: { number: number }[] }
    const article = items[0]?.number
    const { text } = (await json(await site.api(`/articles/${article}`))) as { text: string }
    const words = text.slice(0, 20).trim()
    const made = await post(`/articles/${article}/claims`, {
      by: 'M. Voss',
      why: 'Missed.',
      text: words,
      nth: 0,
      type: 'indirect',
      speaker: null,
    })
    expect(made.status).toBe(201)
    const { claim } = (await json(made)) as { claim: number }
    expect(await json(await site.api(`/claims/${claim}`))).toMatchObject({ isAdded: true, content: { text: words } })
    await post(`/claims/${claim}/corrections`, { by: 'M. Voss', why: 'No.', change: { field: 'hidden', hidden: true } })
    const { items: own } = (await json(await site.api(`/articles/${article}/claims?limit=100`))) as {
      items: { number: number }[]
    }
    expect(own.map(({ number }) => number)).not.toContain(claim)
  })
})
