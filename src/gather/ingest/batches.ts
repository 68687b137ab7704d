/** What stands in a file, put together into what is entered or sent as one. */
import type { Item } from './pages.ts'

/** Pages of one transaction, */
const BATCH = 16
/** or so many bytes of pages; */
const BATCH_BYTES = 4 * 1024 * 1024
/** or so many things that are no pages, so that what is passed over is not read again either. */
const BATCH_ITEMS = 2_000

/** Things of a file that are entered together. */
export interface Batch {
  readonly items: readonly Item[]
  /** Where to go on after it. */
  readonly end: number
}

/**
 * Things put together; what a file ends within comes alone, last.
 * @param size where the file ends
 */
export async function* batchesOf(
  items: AsyncGenerator<Item>,
  size: number,
): AsyncGenerator<Batch | (Item & { is: 'cut' })> {
  let batch: Item[] = []
  let [pages, bytes] = [0, 0]
  for await (const item of items) {
    const isFull = pages >= BATCH || bytes >= BATCH_BYTES || batch.length >= BATCH_ITEMS
    if (isFull || (item.is === 'cut' && batch.length > 0)) {
      yield { items: batch, end: item.offset }
      batch = []
      pages = 0
      bytes = 0
    }
    if (item.is === 'cut') {
      yield item
      return
    }
    batch.push(item)
    if (item.is === 'arrival') {
      pages++
      bytes += item.arrival.bytes.byteLength
    }
    if (item.is === 'page') {
      pages++
      bytes += item.page.bytes.byteLength
    }
  }
  if (batch.length > 0) yield { items: batch, end: size }
}
