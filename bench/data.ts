// Where the shared data lie: in `HEARSAY_DATA` where that is set, else beside the clone. None of their text is in this
// repository.
import { join, resolve } from 'node:path'

export const dataFolder = process.env.HEARSAY_DATA ?? resolve(import.meta.dirname, '../../shared/data')

/** The scorers that came with the data, when they are there: the tests hold our own counts against theirs. */
export const scorersFolder = join(dataFolder, '..', 'score')
