/**
 * JSON lines: one input a line in, one Reading a line out, in order. A bad line yields one `{"id","error"}` line and
 * never stops the rest.
 */
import { z } from 'zod'
import { InputError, openInput, SIZE_LIMIT } from './input.ts'
import { linesOf } from './lines.ts'
import { complain, print } from './output.ts'
import { json } from './printable.ts'
import { startProgress } from './progress.ts'
import { type Failure, type Reading, readingOf } from './reading.ts'

/** A page of the largest size, with every character escaped once. */
const LINE_LIMIT = 2 * SIZE_LIMIT

const said = z.string().nullish()
const Input = z
  .object({
    id: z.string(),
    html: said,
    text: said,
    plain: z.boolean().nullish(),
    url: said,
    outlet: said,
    published: said,
    headline: said,
  })
  .refine(
    ({ html, text }) => typeof html === 'string' || typeof text === 'string',
    'neither "html" nor "text" is given',
  )
  .refine(({ html, text }) => typeof html !== 'string' || typeof text !== 'string', 'give "html" or "text", not both')
  .refine(({ html, plain }) => typeof html !== 'string' || !plain, '"plain" goes with "text", not with "html"')

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The Reading of one line, or what is wrong with it. */
export function readLine(line: Uint8Array): Reading | Failure {
  let source: string
  let value: unknown
  try {
    source = decoder.decode(line)
  } catch {
    return { id: null, error: 'not UTF-8; write JSON lines in UTF-8' }
  }
  try {
    value = JSON.parse(source)
  } catch (error) {
    return { id: null, error: `not JSON: ${(error as Error).message}` }
  }
  const parsed = Input.safeParse(value)
  if (!parsed.success) {
    const id = (value as { id?: unknown } | null)?.id
    const error = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
    return { id: typeof id === 'string' ? id : null, error: error.join('; ') }
  }
  const { id, html, text, plain, url, outlet, published, headline } = parsed.data
  try {
    return readingOf(id, html ?? text ?? '', {
      url: url || undefined,
      as: typeof html === 'string' ? 'html' : plain ? 'article' : 'text',
      given: {
        ...(outlet ? { outlet } : {}),
        ...(published ? { published } : {}),
        ...(headline ? { headline } : {}),
      },
    })
  } catch (error) {
    return { id, error: `the page could not be read: ${(error as Error).message}` }
  }
}

const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)

/**
 * Reads JSON lines from every input and writes Readings to standard output; blank lines are passed over.
 * @returns the exit code
 */
export async function readLines(inputs: readonly string[]): Promise<number> {
  let bad = 0
  let lost = 0
  for (const input of inputs) {
    try {
      const { chunks, size } = await openInput(input)
      const progress = startProgress(size ?? 0, 'lines')
      let number = 0
      let bytes = 0
      for await (const line of linesOf(chunks, LINE_LIMIT)) {
        number++
        bytes += (line?.byteLength ?? 0) + 1
        if (line !== null && isBlank(line)) continue
        const result = line === null ? { id: null, error: `longer than ${LINE_LIMIT} bytes` } : readLine(line)
        if ('error' in result) bad++
        await print(`${json('error' in result ? { ...result, error: `line ${number}: ${result.error}` } : result)}\n`)
        progress.at(bytes, number)
      }
      progress.clear()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      lost++
      complain(error.message)
    }
  }
  if (bad > 0) complain(`${bad} line(s) could not be read; in the place of each Reading stands its "error".`)
  return bad + lost > 0 ? 1 : 0
}
