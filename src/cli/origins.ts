/**
 * `hearsay origins`: how few origins stand behind many reports, by what evidence, and of how many that is not known.
 */
import type { EngineChoice } from '../gather/reading/engines.ts'
import { counted } from '../publish/numbers.ts'
import { json, printable } from '../publish/printable.ts'
import { shownOrigins } from '../publish/story/choice.ts'
import { articlesById, quoted } from '../publish/story/words.ts'
import { dateOf } from '../publish/when.ts'
import { type OriginTold, type StoryTold, storiesOf } from '../stories/index.ts'
import { colours, columns, print } from './output.ts'
import { type Look, paints } from './paint.ts'
import { gather } from './readings.ts'
import { treeLines } from './story-tree.ts'
import { clip, wrap } from './wrap.ts'

/** The options of `hearsay origins`, as given. */
export interface OriginsOptions {
  readonly json?: boolean
  readonly jsonl?: boolean
  readonly all?: boolean
  readonly engine: EngineChoice
}

/**
 * Reads the inputs and prints their origins.
 * @returns the exit code: 1 when some input could not be read
 */
export async function origins(inputs: readonly string[], options: OriginsOptions): Promise<number> {
  const { readings, failed } = await gather(inputs, options.engine)
  const stories = storiesOf(readings)
  if (options.jsonl) {
    for (const story of stories) for (const origin of story.origins) await print(`${json(lineOf(origin, story))}\n`)
  } else if (options.json) {
    await print(`${json({ stories })}\n`)
  } else {
    const look: Look = { width: columns(), paint: paints(colours()) }
    for (const story of stories) await print(`${printable(storyView(story, look, options.all === true))}\n`)
    if (stories.length === 0) await print('No articles, so no origins.\n')
  }
  return failed.length > 0 ? 1 : 0
}

/** An origin as the reading contract has it, with why each claim is there and what each report rests on. */
function lineOf({ id, speaker, said, claims, joined, reports, account, words }: OriginTold, story: StoryTold) {
  return {
    origin: id,
    speaker,
    said,
    claims,
    words,
    story: story.id,
    account,
    reasons: joined.map(({ mention, to, confidence, reasons }) => ({
      claim: mention,
      to,
      confidence,
      because: reasons.map((reason) => reason.words),
    })),
    evidence: reports.map(({ article, outlet, lineage, copy, evidence }) => ({
      article,
      outlet,
      lineage,
      copy,
      evidence,
    })),
  }
}

function storyView(story: StoryTold, look: Look, all: boolean): string {
  const shown = shownOrigins(story, all)
  const byId = articlesById(story)
  return [
    ...headLines(story, look),
    '',
    ...shown.flatMap((origin) => [...originHeadLines(origin, look), ...treeLines(origin.carriers, byId, look), '']),
    ...matterLines(story, look),
    ...restLines(story.origins.length - shown.length, look),
  ].join('\n')
}

/** A story's title, summary and extent. */
export function headLines({ title, summary, articles, origins, first, last }: StoryTold, look: Look): string[] {
  const { width, paint } = look
  const span = first === null ? [] : [first === last ? dateOf(first) : `${dateOf(first)} to ${dateOf(last ?? first)}`]
  const extent = [counted(articles.length, 'article'), counted(origins.length, 'statement'), ...span].join('; ')
  return [
    ...wrap(title ?? '(no headline)', width).map((line) => paint.heading(line)),
    ...(summary ? wrap(summary, width) : []),
    ...wrap(extent, width).map((line) => paint.dim(line)),
  ]
}

/** An origin's speaker, words and account with its reasons. */
export function originHeadLines({ id, speaker, said, words, account }: OriginTold, { width, paint }: Look): string[] {
  const head = [speaker ?? 'unattributed', said && dateOf(said)].filter(Boolean).join(', ')
  const indent = { first: '  ', rest: '  ' }
  return [
    `${paint.mark(`[${id}]`)} ${paint.label(clip(head, width - id.length - 3))}`,
    ...wrap(quoted(words, 200), width, indent),
    ...wrap(account.sentence, width, indent),
    ...account.reasons
      .slice(0, 6)
      .flatMap((reason) => wrap(reason, width, { first: '    - ', rest: '      ' }).map((line) => paint.dim(line))),
  ]
}

/** What several origins tell alike. */
export function matterLines({ matters }: StoryTold, look: Look): string[] {
  if (matters.length === 0) return []
  return [look.paint.label('Told alike by several:'), ...matters.flatMap((matter) => matterView(matter, look)), '']
}

/** How many origins are not shown. */
export function restLines(rest: number, { width, paint }: Look): string[] {
  if (rest === 0) return []
  const line = `${counted(rest, 'statement')} that one outlet alone carries; --all shows ${rest === 1 ? 'it' : 'them'}`
  return [...wrap(line, width).map((one) => paint.dim(one)), '']
}

function matterView({ words, origins: ids, account }: StoryTold['matters'][number], { width, paint }: Look): string[] {
  return [
    ...wrap(`"${clip(words.replace(/\s+/g, ' '), 120)}" ${ids.join(', ')}`, width, { first: '  ', rest: '  ' }),
    ...wrap(account.sentence, width, { first: '    ', rest: '    ' }).map((line) => paint.dim(line)),
  ]
}
