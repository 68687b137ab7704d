/**
 * Files that are there whole or not at all: written beside their place under another name, brought to the disk, then
 * renamed. What is there already stays until then, and stays unless it may be written over.
 */

import { once } from 'node:events'
import { existsSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Container, Out } from '../publish/tables/container.ts'
import { InputError } from './input.ts'

/** Files on their way to their places. */
export interface Placing extends Container {
  /** Takes away what was written of files that did not end. */
  discard(): void
}

const ROOM: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room on its disk. Make room, or name a place on another.',
  EDQUOT: 'the quota of its disk is used up. Make room, or name a place on another.',
  EFBIG: 'its disk takes no file so large.',
  EROFS: 'its disk cannot be written to.',
  EACCES: 'it may not be written there.',
  EPERM: 'it may not be written there.',
  ENOTDIR: 'a part of its path is a file.',
  EISDIR: 'there is a folder of that name.',
  EEXIST: 'there is a file of that name.',
}

/** @throws {InputError} in words, in place of the system's error */
async function saidOf<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const words = ROOM[code]
    if (words === undefined) throw error
    throw new InputError(`${path}: ${words} Nothing of it was left.`, { cause: error })
  }
}

interface File {
  readonly path: string
  readonly part: string
  readonly handle: FileHandle
}

/**
 * Files in a folder, which is made where there is none. They come to their places together, the one begun last at the end.
 * @throws {InputError} where one is there already, or cannot be written
 */
function filesIn(folder: string, force: boolean): Placing {
  const files: File[] = []
  return {
    file: (name) => {
      const path = join(folder, name)
      return saidOf(path, async (): Promise<Out> => {
        if (!force && existsSync(path)) throw new InputError(`${path} is there already. --force writes over it.`)
        if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
          throw new InputError(`${path} is a folder. Name a file in it.`)
        await mkdir(folder, { recursive: true })
        // Two exports to one place do not write into each other: the last to end is there.
        const part = join(folder, `.${name}.${process.pid}.part`)
        const handle = await open(part, 'w')
        files.push({ path, part, handle })
        return {
          write: (bytes) =>
            saidOf(path, async () => {
              await handle.writeFile(bytes)
            }),
          end: () =>
            saidOf(path, async () => {
              await handle.sync()
              await handle.close()
            }),
        }
      })
    },
    end: async () => {
      for (const { part, path } of files) await saidOf(path, () => rename(part, path))
    },
    discard: () => {
      for (const { part, handle } of files) {
        // One that has ended is closed already.
        handle.close().catch(() => {})
        rmSync(part, { force: true })
      }
    },
  }
}

/** A folder of files. */
export const folderAt = (path: string, force: boolean): Placing => filesIn(path, force)

/** One file. */
export async function fileAt(path: string, force: boolean): Promise<Out & Pick<Placing, 'discard'>> {
  const folder = filesIn(dirname(path), force)
  const out = await folder.file(basename(path))
  return {
    write: (bytes) => out.write(bytes),
    end: async () => {
      await out.end()
      await folder.end()
    },
    discard: () => folder.discard(),
  }
}

/** Standard output, which waits while its reader is behind. */
export const standardOutput: Out & Pick<Placing, 'discard'> = {
  write: async (bytes) => {
    if (!process.stdout.write(bytes)) await once(process.stdout, 'drain')
  },
  end: () => {},
  discard: () => {},
}
