// Asking for one page again and again on some connections: how many answers a second, and how long each takes.
import { Pool } from 'undici'

/** Connections that ask at the same time. */
const CONNECTIONS = 16

export interface Load {
  readonly perSecond: number
  /** Milliseconds for 95 of 100 answers. */
  readonly p95: number
}

/** The value below which a share of the values lies. */
export const share = (values: readonly number[], part: number): number =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0

/** Asks for some seconds, after one that is not counted. @throws {Error} where an answer is not 200 */
export async function load(url: string, seconds: number): Promise<Load> {
  const { origin, pathname, search } = new URL(url)
  const pool = new Pool(origin, { connections: CONNECTIONS })
  const took: number[] = []
  const warm = performance.now() + 1000
  const end = warm + seconds * 1000
  const lane = async (): Promise<void> => {
    for (let began = performance.now(); began < end; began = performance.now()) {
      const { statusCode, body } = await pool.request({
        path: pathname + search,
        method: 'GET',
        headers: { 'accept-encoding': 'br' },
      })
      await body.dump()
      if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`)
      if (began >= warm) took.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, lane))
  await pool.close()
  return { perSecond: took.length / seconds, p95: share(took, 0.95) }
}
