/**
 * Hearsay as a system of the benchmark, by its command alone: `read --jsonl`, then `origins --jsonl` on the readings. What
 * the command does not give is named as skipped: an edge is taken from any origin line that has `edges` or `lineage`,
 * drift from any that has `drift`, and from a reading's `headline`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from './answer.ts'
import type { InputLine } from './gold.ts'

const COMMAND = join(import.meta.dirname, '../../src/cli/hearsay.ts')

type Json = Record<string, unknown>

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  const { text, id, name } = (value ?? {}) as { text?: unknown; id?: unknown; name?: unknown }
  return [text, id, name].find((one) => typeof one === 'string') ?? ''
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

/** The evidence of an edge by the benchmark's names, from any that tell it. */
function evidenceNamed(words: string): string {
  if (/credit|citing|cite|wire|chain|quotes|told/i.test(words)) return 'printed credit'
  if (/peculiar|odd|error|slip/i.test(words)) return 'shared peculiarity'
  if (/text|passage|copy/i.test(words)) return 'shared text'
  return words
}

/** The edges and unknown lineages of a line, in whichever of the known shapes they stand. */
function lineageOf(line: Json): { edges: Answer['edges']; unknown: string[] } {
  const all = [...listOf(line.edges), ...listOf(line.lineage), ...listOf((line.lineage as Json | undefined)?.edges)]
  const edges = all.flatMap((edge) => {
    const from = textOf(edge.from ?? edge.report ?? edge.article).replace(/#.*$/, '')
    const to = textOf(edge.to ?? edge.parent ?? edge.outlet).replace(/#.*$/, '')
    const kinds = [edge.evidence ?? edge.kind ?? edge.by ?? []].flat()
    if (from === '' || to === '') return []
    return kinds.map((kind) => {
      const { kind: named } = (kind ?? {}) as { kind?: unknown }
      return { from, to, evidence: evidenceNamed(textOf(named ?? kind)) }
    })
  })
  const unknown = [line.unknown ?? (line.lineage as Json | undefined)?.unknown ?? []].flat()
  return { edges, unknown: unknown.map((one) => textOf(one).replace(/#.*$/, '')).filter(Boolean) }
}

const inHeadline = (where: unknown): 'text' | 'headline' => (/headline|slug/i.test(textOf(where)) ? 'headline' : 'text')

/** A finding of drift in any of the known shapes; `article` where the finding names none. */
function driftOf(finding: Json, article: string): Answer['drift'][number] | null {
  const type = textOf(finding.type ?? finding.kind)
  const after = (finding.after ?? finding.to ?? finding.in ?? {}) as Json
  const own = textOf(finding.article ?? after.article) || article
  if (type === '' || own === '') return null
  const where = inHeadline(finding.in ?? after.in ?? finding.where ?? after.where)
  const before = textOf(finding.before ?? finding.from ?? finding.lost)
  return { article: own.replace(/#.*$/, ''), in: where, type, before, after: textOf(after) }
}

/** Hearsay's answer, or why there is none. */
export function hearsay(articles: readonly InputLine[]): Answer | string {
  const known = spawnSync(process.execPath, [COMMAND, 'origins', '--help'], { encoding: 'utf8' })
  if (known.status !== 0 || !/^Usage: hearsay origins/m.test(known.stdout)) return 'there is no hearsay origins yet'
  const folder = mkdtempSync(join(tmpdir(), 'bench-origins-'))
  const at = (name: string): string => join(folder, name)
  try {
    writeFileSync(at('articles.jsonl'), articles.map((line) => `${JSON.stringify(line)}\n`).join(''))
    const read = ran(['read', '--jsonl', at('articles.jsonl')], at('readings.jsonl'))
    if (read.output === null) return `hearsay read failed: ${read.complaint}`
    const told = ran(['origins', '--jsonl', at('readings.jsonl')], at('origins.jsonl'))
    if (told.output === null) return `hearsay origins failed: ${told.complaint}`

    const contents = new Map<string, string>()
    const drift: Answer['drift'][number][] = []
    for (const { id, claims, headline } of linesOf(readFileSync(at('readings.jsonl'), 'utf8'))) {
      for (const claim of listOf(claims))
        if (claim.in === 'text') contents.set(`${id}#${claim.id}`, textOf(claim.content))
      for (const finding of [
        ...listOf((headline as Json | null)?.drift),
        ...listOf((headline as Json | null)?.changed),
      ]) {
        const found = driftOf({ in: 'headline', ...finding }, textOf(id))
        if (found) drift.push({ ...found, in: 'headline' })
      }
    }
    const lines = linesOf(told.output)
    const origins: Answer['origins'][number][] = []
    const edges: Answer['edges'][number][] = []
    const unknown: string[] = []
    for (const line of lines) {
      const claims = (Array.isArray(line.claims) ? line.claims : []).flatMap((claim) => {
        const name = textOf(claim)
        const text = contents.get(name)
        return text === undefined ? [] : [{ article: name.slice(0, name.lastIndexOf('#')), text }]
      })
      if (claims.length > 0) origins.push({ claims })
      const lineage = lineageOf(line)
      edges.push(...lineage.edges)
      unknown.push(...lineage.unknown)
      for (const finding of listOf(line.drift)) {
        const found = driftOf(finding, '')
        if (found) drift.push(found)
      }
    }
    const given = (key: string): boolean => lines.some((line) => key in line)
    return {
      origins,
      edges,
      unknown,
      drift,
      skipped: {
        ...(given('edges') || given('lineage') ? {} : { edges: 'hearsay origins prints no edges yet' }),
        ...(given('unknown') || given('lineage') ? {} : { unknown: 'hearsay origins prints no unknown lineage yet' }),
        ...(given('drift') || drift.length > 0 ? {} : { drift: 'hearsay prints no drift yet' }),
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
