/** A thread that reads pages: see pool.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { openEngine } from './engines.ts'
import type { Answer, Ask, END, ThreadSettings } from './pool.ts'
import { readArrivals, reread } from './read.ts'

const { engine: name, reader } = workerData as ThreadSettings
const loading = openEngine(name)
// Told with the first answer; until somebody asks it is nobody's error.
loading.catch(() => {})

parentPort?.on('message', async (ask: Ask | typeof END) => {
  // Of a thread this ends the thread, and nothing else.
  if (ask.ask === 'end') process.exit()
  let answer: Answer
  try {
    const engine = await loading
    answer = {
      results: ask.ask === 'read' ? await readArrivals(ask.items, engine, reader) : await reread(ask.items, engine),
    }
  } catch (error) {
    answer = { error: (error as Error).message }
  }
  parentPort?.postMessage(answer)
})
