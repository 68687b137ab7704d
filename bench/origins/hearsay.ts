/**
 * Hearsay as a system of the benchmark, by its command alone: `read --jsonl`, then `origins --jsonl` on the readings. What
 * the command does not print is named as skipped; the drift between reports is then asked of the library. It counts a report that names its speaker as traced to the speaker; the
 * benchmark asks which outlet it came through, so that only credits to outlets are edges here, and an article's lineage is
 * unknown when it has no edge and does not say that it was told.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Claim } from '../../src/claims/claim.ts'
import { originDrift } from '../../src/stories/drift/origin.ts'
import type { Answer } from './answer.ts'
import type { InputLine } from './gold.ts'

const COMMAND = join(import.meta.dirname, '../../src/cli/hearsay.ts')

type Json = Record<string, unknown>

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  const { text, id, name } = (value ?? {}) as { text?: unknown; id?: unknown; name?: unknown }
  return [text, id, name].find((one) => typeof one === 'string') ?? ''
}
/** An article's and a claim's id, of `<article id>#<claim id>`. */
const partsOf = (mention: string): [string, string] => {
  const at = Math.max(0, mention.lastIndexOf('#'))
  return [mention.slice(0, at), mention.slice(at + 1)]
}
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : [])
const linesOf = (source: string): Json[] =>
  source
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Json)

/** Runs the command; its output, or null and what it complained of. */
function ran(args: readonly string[], into: string): { readonly output: string | null; readonly complaint: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 31,
  })
  if (status !== 0) return { output: null, complaint: (stderr.trim().split('\n')[0] ?? '').slice(0, 200) }
  writeFileSync(into, stdout)
  return { output: stdout, complaint: '' }
}

/** What an article's readings say of where it has its reports from, for telling outlets from speakers. */
interface Read {
  readonly outlet: string
  readonly published: string
  readonly text: string
  /** Outlets that it names or prints: links of a chain, or a credit. */
  readonly outlets: ReadonlySet<string>
  /** It says that it was told, or that it found out itself. */
  readonly heard: boolean
  /** Its claims in the text, by their ids. */
  readonly claims: ReadonlyMap<string, Claim>
  readonly drift: Answer['drift']
}

/** A finding of drift, once for every article that tells it so; `article` where it names none. None of another shape. */
function driftOf(finding: Json, article: string): Answer['drift'] {
  const [from, to] = [finding.from, finding.to] as [Json | undefined, Json | undefined]
  const type = textOf(finding.kind ?? finding.type)
  const several = (Array.isArray(finding.articles) ? finding.articles : []).map(textOf).filter(Boolean)
  const own = textOf(finding.article ?? to?.article) || partsOf(textOf(to?.claim))[0] || article
  if (type === '' || (own === '' && several.length === 0)) return []
  const where = /headline|slug|deck/.test(textOf(to?.in)) ? 'headline' : 'text'
  return (several.length > 0 ? several : [own]).map((one) => ({
    article: one,
    in: where,
    type,
    before: textOf(from),
    after: textOf(to),
  }))
}

function readOf({ id, article, claims, headline }: Json, outlets: ReadonlySet<string>): Read {
  const { outlet, wire, dateline, published, text } = article as Record<'outlet' | 'published' | 'text', string> &
    Record<'wire' | 'dateline', string | null>
  const links = listOf(claims).flatMap(({ chain }) => listOf(chain))
  const named = links
    .filter(({ kind, name }) => kind === 'outlet' || outlets.has(textOf(name)))
    .map(({ name }) => textOf(name))
  const findings = listOf((headline as Json | null)?.drift).flatMap((finding) => driftOf(finding, textOf(id)))
  return {
    outlet,
    published,
    text,
    outlets: new Set([...named, ...(wire?.split(', ') ?? [])].filter((name) => name !== outlet)),
    heard:
      dateline?.includes(outlet) ||
      listOf(claims).some(({ chain }) => {
        const [first, second] = listOf(chain)
        return (
          first?.link === 'own reporting' ||
          first?.link === 'told' ||
          (textOf(second?.name) === outlet && second?.link === 'told')
        )
      }),
    claims: new Map(
      listOf(claims).flatMap((claim) => (claim.in === 'text' ? [[textOf(claim.id), claim as unknown as Claim]] : [])),
    ),
    // The address says what the headline does; a deck there is none.
    drift: findings.filter((finding) => finding.in === 'headline'),
  }
}

const KINDS: Readonly<Record<string, string>> = {
  credit: 'printed credit',
  text: 'shared text',
  peculiarity: 'shared peculiarity',
}

/** The edges of one report; a credit to who said it is no edge between outlets. */
function edgesOf(
  article: string,
  own: Read | undefined,
  evidence: readonly Json[],
  read: ReadonlyMap<string, Read>,
): Answer['edges'] {
  return evidence.flatMap((one) => {
    const kind = KINDS[textOf(one.kind)] ?? textOf(one.kind)
    const from = textOf(one.from)
    // Whom an outlet's article has it from in turn is another report's lineage; a speaker is no outlet.
    if (kind === 'printed credit')
      return one.source === 'outlet' ? [{ from: article, to: `outlet:${from}`, evidence: kind }] : []
    // Where it is not known which came first, the later points to the earlier.
    const forward = (read.get(from)?.published ?? '') > (own?.published ?? '')
    return forward ? [] : [{ from: article, to: from, evidence: kind }]
  })
}

/** What the reports of an origin changed, where the command does not say it: the library is asked. */
function driftAmong(claims: unknown, read: ReadonlyMap<string, Read>): Answer['drift'] {
  const told = (Array.isArray(claims) ? claims : []).flatMap((mention) => {
    const [article, id] = partsOf(textOf(mention))
    const own = read.get(article)
    const claim = own?.claims.get(id)
    return claim && own
      ? [{ article, claim, published: own.published, beside: [...own.claims.values()], text: own.text }]
      : []
  })
  told.sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0))
  return originDrift(told).flatMap((finding) => driftOf(finding as unknown as Json, ''))
}

/** Hearsay's answer, or why there is none. */
export function hearsay(articles: readonly InputLine[]): Answer | string {
  const known = spawnSync(process.execPath, [COMMAND, 'origins', '--help'], { encoding: 'utf8' })
  if (known.status !== 0 || !/^Usage: hearsay origins/m.test(known.stdout)) return 'there is no hearsay origins yet'
  const folder = mkdtempSync(join(tmpdir(), 'bench-origins-'))
  const at = (name: string): string => join(folder, name)
  try {
    writeFileSync(at('articles.jsonl'), articles.map((line) => `${JSON.stringify(line)}\n`).join(''))
    const readings = ran(['read', '--jsonl', at('articles.jsonl')], at('readings.jsonl'))
    if (readings.output === null) return `hearsay read failed: ${readings.complaint}`
    const told = ran(['origins', '--jsonl', at('readings.jsonl')], at('origins.jsonl'))
    if (told.output === null) return `hearsay origins failed: ${told.complaint}`

    const outlets = new Set(articles.map(({ outlet }) => outlet))
    const read = new Map(linesOf(readings.output).map((line) => [textOf(line.id), readOf(line, outlets)] as const))
    const lines = linesOf(told.output)
    const origins = lines.map(({ claims }) => ({
      claims: (Array.isArray(claims) ? claims : []).flatMap((claim) => {
        const [article, id] = partsOf(textOf(claim))
        const text = read.get(article)?.claims.get(id)?.content.text
        return text === undefined ? [] : [{ article, text }]
      }),
    }))
    const reports = lines.flatMap(({ evidence }) => listOf(evidence))
    const edges = reports.flatMap(({ article, evidence }) =>
      edgesOf(textOf(article), read.get(textOf(article)), listOf(evidence), read),
    )
    const placed = new Set(edges.map(({ from }) => from))
    const printed = lines.some((line) => 'drift' in line)
    const between = printed
      ? lines.flatMap(({ drift }) => listOf(drift).flatMap((finding) => driftOf(finding, '')))
      : lines.flatMap(({ claims }) => driftAmong(claims, read))
    return {
      origins: origins.filter(({ claims }) => claims.length > 0),
      edges,
      unknown: [...read].flatMap(([id, { heard }]) => (heard || placed.has(id) ? [] : id)),
      drift: [...between, ...[...read.values()].flatMap(({ drift }) => drift)],
      skipped: {
        ...(reports.length > 0
          ? {}
          : { edges: 'hearsay origins prints no evidence', unknown: 'hearsay origins prints no evidence' }),
        ...(readings.output.includes('"drift":[')
          ? {}
          : { headlineDrift: 'hearsay read prints no drift of headlines' }),
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
