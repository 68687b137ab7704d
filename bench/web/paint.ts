// What a reader on a phone waits for: the largest paint and how much moves after it, and what is transferred, in Chromium
// on the profile that Lighthouse calls slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up), nothing cached.
import { openBrowser } from '../../test/web/site.ts'

export interface Painted {
  /** Milliseconds. */
  readonly largestPaint: number
  readonly layoutShift: number
  /** Bytes with headers, and how many of them are scripts. */
  readonly bytes: number
  readonly requests: number
}

const BITS = 8

export async function paintOf(url: string): Promise<Painted> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / BITS,
      uploadThroughput: 750_000 / BITS,
    })
    let [bytes, requests] = [0, 0]
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      requests++
    })
    await page.addInitScript(`
      window.seen = { paint: 0, shift: 0 }
      new PerformanceObserver((list) => { for (const one of list.getEntries()) window.seen.paint = one.startTime })
        .observe({ type: 'largest-contentful-paint', buffered: true })
      new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.seen.shift += one.value })
        .observe({ type: 'layout-shift', buffered: true })`)
    await page.goto(url, { waitUntil: 'networkidle' })
    const seen = (await page.evaluate('window.seen')) as { paint: number; shift: number }
    return { largestPaint: seen.paint, layoutShift: seen.shift, bytes, requests }
  } finally {
    await browser.close()
  }
}
