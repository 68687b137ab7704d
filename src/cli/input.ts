/**
 * One input named on the command line: its bytes, or an error that says what was wrong and what to do.
 */
import { type FileHandle, open } from 'node:fs/promises'

/** News pages are some 2 MB at most with everything inlined; what is beyond this is no page. */
export const SIZE_LIMIT = 64 * 1024 * 1024

/** An input that cannot be read. The message is for a person: what, why, what to do. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

const ADDRESS = /^(?:https?|ftp):\/\//i

/** Whether an input is an address, not a file. */
export const isAddress = (input: string): boolean => ADDRESS.test(input)

const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the spelling and the folder.',
  ENOTDIR: 'there is no such file. A part of the path is a file, not a folder.',
  EISDIR: 'this is a folder. Name the files in it, for example FOLDER/*.html.',
  EACCES: 'you may not read it. Ask its owner, or change its permissions.',
  EPERM: 'you may not read it. Ask its owner, or change its permissions.',
  ELOOP: 'its symbolic links lead in a circle. Name the file itself.',
  ENAMETOOLONG: 'the name is too long for a file. To read text, pipe it in: hearsay read --text.',
  EMFILE: 'too many files are open. Read fewer at once.',
}

/** What went wrong with a file, in words for a person. */
export function explained(error: unknown, name: string): InputError {
  if (error instanceof InputError) return error
  const { code, message } = error as NodeJS.ErrnoException
  const remedy = code === undefined ? undefined : REMEDIES[code]
  return new InputError(
    `${name}: ${remedy ?? `it could not be read (${message}). Copy it elsewhere, or save it again.`}`,
  )
}

const mebibytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`

/** How an input is called in messages and as the id of its Reading. */
export function nameOf(input: string): string {
  return input === '-' ? 'standard input' : input
}

/** An input as a stream of bytes, with its size where it is a plain file. */
export interface Opened {
  readonly chunks: AsyncIterable<Uint8Array>
  readonly size: number | null
}

/**
 * Opens a file, or standard input for `-`.
 * @throws {InputError} here, or while its chunks are read
 */
export async function openInput(input: string): Promise<Opened> {
  if (ADDRESS.test(input))
    throw new InputError(
      `${input}: this is an address, and a file is wanted here. hearsay read and hearsay add fetch addresses.`,
    )
  const name = nameOf(input)
  if (input === '-') return { chunks: explaining(process.stdin, name), size: null }
  let file: FileHandle | undefined
  try {
    file = await open(input)
    const stat = await file.stat()
    if (stat.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' })
    const chunks = file.createReadStream({ highWaterMark: 1024 * 1024 })
    return { chunks: explaining(chunks, name), size: stat.isFile() ? stat.size : null }
  } catch (error) {
    await file?.close()
    throw explained(error, name)
  }
}

async function* explaining(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    throw explained(error, name)
  }
}

/**
 * All bytes of one input.
 * @throws {InputError} also when there are more than `limit`; no more than that is ever held
 */
export async function bytesOf(input: string, limit: number = SIZE_LIMIT): Promise<Uint8Array> {
  const { chunks, size } = await openInput(input)
  const tooLarge = (found: string) =>
    new InputError(
      `${nameOf(input)}: ${found}, and a page may have ${mebibytes(limit)}. If it holds many pages, split it, or give them as JSON lines: --jsonl.`,
    )
  const pieces: Uint8Array[] = []
  let length = 0
  // Leaving the loop by an exception closes the stream, and with it the file.
  for await (const chunk of chunks) {
    if (size !== null && size > limit) throw tooLarge(`it has ${mebibytes(size)}`)
    length += chunk.byteLength
    if (length > limit) throw tooLarge(`it goes on after ${mebibytes(limit)}`)
    pieces.push(chunk)
  }
  return Buffer.concat(pieces, length)
}
