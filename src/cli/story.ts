/**
 * `hearsay story`: what a story is told on whose word - origins with their carriers, rival figures, what the retelling
 * changed, what nobody says - for the terminal, as Markdown, as one HTML file, or as JSON.
 */
import { writeFile } from 'node:fs/promises'
import type { EngineChoice } from '../gather/reading/engines.ts'
import { json, printable } from '../publish/printable.ts'
import { storiesJson } from '../publish/story/json.ts'
import { extentOf, UNTITLED } from '../publish/story/words.ts'
import { type StoryTold, storiesOf } from '../stories/index.ts'
import { colours, columns, complain, print } from './output.ts'
import { type Look, paints } from './paint.ts'
import { gather } from './readings.ts'
import { storyView, unreadLines } from './story-view.ts'
import { clip } from './wrap.ts'

/** The options of `hearsay story`, as given. */
export interface StoryOptions {
  readonly format: 'text' | 'markdown' | 'html' | 'json'
  readonly output?: string
  readonly story?: string
  readonly list?: boolean
  readonly all?: boolean
  readonly engine: EngineChoice
}

/** Columns that a chart may take. */
const WIDEST = 200

/**
 * Reads the inputs and prints the report of their stories, the largest first.
 * @returns the exit code: 1 when some input could not be read, there is no such story, or nothing could be written
 */
export async function story(inputs: readonly string[], options: StoryOptions): Promise<number> {
  const { readings, failed } = await gather(inputs, options.engine)
  const all = storiesOf(readings)
  const chosen = options.story === undefined ? all : all.filter(({ id }) => id === options.story)
  if (options.story !== undefined && chosen.length === 0) {
    const ids = all.map(({ id }) => id).join(', ')
    complain(`there is no story ${options.story}. ${ids === '' ? 'No article was read.' : `There are: ${ids}`}`)
    return 1
  }
  const report = options.list ? listOf(chosen, options.format) : await reportOf(chosen, failed, options)
  if (options.output === undefined) await print(report)
  else {
    try {
      await writeFile(options.output, report)
    } catch (error) {
      complain(
        `${options.output}: it could not be written (${(error as Error).message}). Name a file in a folder of yours.`,
      )
      return 1
    }
  }
  return failed.length > 0 ? 1 : 0
}

/** The stories, a line each. */
function listOf(stories: readonly StoryTold[], format: StoryOptions['format']): string {
  if (format === 'json')
    return `${json(
      stories.map(({ id, title, articles, first, last }) => ({ id, title, articles: articles.length, first, last })),
    )}\n`
  const width = columns()
  return stories.map((one) => `${clip(`${one.id}  ${extentOf(one)}  ${one.title ?? UNTITLED}`, width)}\n`).join('')
}

async function reportOf(
  stories: readonly StoryTold[],
  unread: readonly string[],
  { format, all = false, output }: StoryOptions,
): Promise<string> {
  const report = { all, unread }
  if (format === 'json') return `${json(storiesJson(stories, unread))}\n`
  if (format === 'html') {
    // Drawing charts takes a third of a second to load; other forms do without.
    const { storyHtml } = await import('../publish/story/html.ts')
    return storyHtml(stories, report)
  }
  if (format === 'markdown') {
    const { storyMarkdown } = await import('../publish/story/markdown.ts')
    return storyMarkdown(stories, report)
  }
  const look: Look = { width: columns(), paint: paints(output === undefined && colours()) }
  const views = stories.map((one) => storyView(one, { ...look, wide: columns(WIDEST) }, all))
  const none = stories.length === 0 ? ['No articles, so no story.\n'] : []
  return printable([...none, ...views, unreadLines(unread, look).join('\n')].join('\n'))
}
