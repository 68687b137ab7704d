/**
 * Answers that were given, kept in a folder by the SHA-256 of what was asked: model, instructions and passage. What was
 * answered once is not asked again, also without the endpoint. An answer's file is written whole or not at all; the oldest
 * go when there is no room. What cannot be read or written is as if it were not there.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { PROMPT_EDITION, type Question } from '../../claims/language-model/question.ts'
import type { Completion } from './completion.ts'

/** Answers by the name of their question. */
export interface KeptAnswers {
  get(name: string): Promise<Completion | null>
  put(name: string, answer: Completion): Promise<void>
}

/** The name of a question: 64 hexadecimal digits. */
export const nameOf = (model: string, { passage }: Question): string =>
  createHash('sha256')
    .update(JSON.stringify([model, PROMPT_EDITION, passage]))
    .digest('hex')

const Kept = z.object({ name: z.string(), text: z.string(), tokens: z.int().nullable() })

/** Of the room so much is used after the oldest went. */
const SHARE_LEFT = 0.9

/** Answers kept in memory for as long as the process runs, at most so many characters of them. */
export function keptInMemory(chars = 16 * 1024 * 1024): KeptAnswers {
  const answers = new LRUCache<string, Completion>({ maxSize: chars, sizeCalculation: ({ text }) => text.length + 1 })
  return {
    get: async (name) => answers.get(name) ?? null,
    put: async (name, answer) => {
      answers.set(name, answer)
    },
  }
}

/** Answers kept in a folder, which is made when the first is. It holds words of pages: it is for its owner alone. */
export function keptIn({ folder, bytes: room }: { readonly folder: string; readonly bytes: number }): KeptAnswers {
  const pathOf = (name: string): string => join(folder, name.slice(0, 2), `${name}.json`)
  // Counted when the first answer is written; other processes that write beside this one are counted the next time.
  let held: number | null = null
  let making: Promise<void> = Promise.resolve()

  async function makeRoom(more: number): Promise<void> {
    held = (held ?? (await sizeOf(folder))) + more
    if (held > room) held = await removeOldest(folder, room * SHARE_LEFT)
  }

  return {
    async get(name) {
      try {
        const kept = Kept.parse(JSON.parse(await readFile(pathOf(name), 'utf8')))
        return kept.name === name ? { text: kept.text, tokens: kept.tokens } : null
      } catch {
        return null
      }
    },
    async put(name, { text, tokens }) {
      const path = pathOf(name)
      const beside = `${path}.${randomUUID()}.new`
      const content = JSON.stringify({ name, text, tokens })
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await writeFile(beside, content, { mode: 0o600 })
        await rename(beside, path)
        making = making.then(() => makeRoom(Buffer.byteLength(content))).catch(() => {})
        await making
      } catch {
        await rm(beside, { force: true }).catch(() => {})
      }
    },
  }
}

interface File {
  readonly path: string
  readonly size: number
  readonly at: number
}

/** The files that answers are in, and those that were not finished. */
async function filesIn(folder: string): Promise<File[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const files: File[] = []
  for (const name of names) {
    if (!/[/\\][\da-f]{64}\.json(?:\.[\da-f-]+\.new)?$/.test(name)) continue
    const path = join(folder, name)
    const told = await stat(path).catch(() => null)
    if (told?.isFile()) files.push({ path, size: told.size, at: told.mtimeMs })
  }
  return files
}

const sizeOf = async (folder: string): Promise<number> =>
  (await filesIn(folder)).reduce((sum, { size }) => sum + size, 0)

/** Removes the oldest files until the others fit. @returns the bytes of the others */
async function removeOldest(folder: string, room: number): Promise<number> {
  const files = (await filesIn(folder)).sort((a, b) => a.at - b.at)
  let held = files.reduce((sum, { size }) => sum + size, 0)
  for (const { path, size } of files) {
    if (held <= room) break
    await rm(path, { force: true })
    held -= size
  }
  return held
}
