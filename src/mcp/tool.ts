/**
 * A tool: what it takes and gives as schemas, and a function from the one to the other. Each answer is given twice, as a
 * value and as words; what went wrong is said in words that tell what to do.
 */
import type { CallToolResult, McpServer } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import { leanSchema } from './lean-schema.ts'
import { cut, visibleIn } from './quotation.ts'
import type { Serving } from './serving.ts'

/** An answer, as a value of the tool's output and in words. */
export interface Answer<Value> {
  readonly value: Value
  readonly text: string
}

export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Input
  readonly output: Output
  /** Whether there is anything to answer with; without it always. */
  readonly isOffered?: (serving: Serving) => boolean
  /** Whether it asks the world, and whether it may write; most do neither. */
  readonly isOpenWorld?: (serving: Serving) => boolean
  readonly mayWrite?: (serving: Serving) => boolean
  answer(serving: Serving, input: z.output<Input>, signal: AbortSignal): Promise<Answer<z.input<Output>>>
}

/** A tool with its types as they are inferred. */
export const tool = <Input extends z.ZodObject, Output extends z.ZodObject>(one: Tool<Input, Output>): Tool =>
  one as never

/** The longest answer in words, in characters: some 4,000 tokens. */
const MOST = 16_000

/** Errors whose words are for who asks. */
const TOLD: ReadonlySet<string> = new Set(['AskError', 'QueryError', 'FetchError', 'LedgerError', 'EngineUnavailable'])

/** Lets a server answer with a tool. */
export function register(server: McpServer, serving: Serving, one: Tool): void {
  const { name, title, description, input, output } = one
  if (one.isOffered?.(serving) === false) return
  const annotations = {
    title,
    readOnlyHint: one.mayWrite?.(serving) !== true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: one.isOpenWorld?.(serving) === true,
  }
  const config = { title, description, inputSchema: leanSchema(input), outputSchema: leanSchema(output), annotations }
  server.registerTool(name, config, async (given, { mcpReq: { signal } }): Promise<CallToolResult> => {
    const answer = await told(serving, () => one.answer(serving, given, signal))
    if ('wrong' in answer) return { content: [{ type: 'text', text: answer.wrong }], isError: true }
    const { value, text } = answer.right
    return {
      content: [{ type: 'text', text: cut(text, MOST) }],
      // What the tool says that it gives, and no more.
      structuredContent: output.parse(visibleIn(value)),
    }
  })
}

/** Does some work; what goes wrong is told in words for who asked, and to who runs the server where it is Hearsay's own. */
export async function told<Right>(
  { complain }: Pick<Serving, 'complain'>,
  work: () => Promise<Right>,
): Promise<{ readonly right: Right } | { readonly wrong: string }> {
  try {
    return { right: await work() }
  } catch (caught) {
    const error = caught as Error
    if (TOLD.has(error.name)) return { wrong: error.message }
    if (error.name !== 'AbortError') complain(error)
    return {
      wrong: `Hearsay itself failed (${error.name}). The same question again may do; if not, whoever runs this server finds more in its log.`,
    }
  }
}
