/** `hearsay stats`: what the ledger holds, in numbers with what they are counted of. */
import { type Share, type Stats, statsOf } from '../ledger/stats.ts'
import { grouped } from '../publish/numbers.ts'
import { json, printable } from '../publish/printable.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { print } from './output.ts'

/** The options of `hearsay stats`, as given. */
export interface StatsOptions extends LedgerOptions {
  readonly json?: boolean
}

/** Counts what is in the ledger. @returns the exit code */
export function stats(options: StatsOptions): Promise<number> {
  return saying(async () => {
    const ledger = await openNamed(options, { readOnly: true })
    try {
      const counted = await statsOf(ledger)
      await print(options.json ? `${json(counted)}\n` : `${printable(statsLines(counted).join('\n'))}\n`)
      return 0
    } finally {
      await ledger.close()
    }
  })
}

/** `3 of 12`, with the share where it means something. */
const ofAll = ({ count, of }: Share): string =>
  `${grouped(count)} of ${grouped(of)}${of >= 20 ? ` (${Math.round((100 * count) / of)} %)` : ''}`

const MIB = 1024 * 1024
const mib = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`

function statsLines(counted: Stats): string[] {
  const { claims, byType, corrections, bytes } = counted
  const lines: (readonly [label: string, value: string])[] = [
    ['captures', grouped(counted.captures)],
    ['articles', `${grouped(counted.articles)} in ${grouped(counted.versions)} version(s)`],
    ...counted.readings.map(
      ({ engine, edition, readings, current }) =>
        ['readings', `${grouped(readings)} by ${engine} ${edition}, ${grouped(current)} of them count`] as const,
    ),
    ['claims', `${grouped(claims)}${counted.hidden > 0 ? `, and ${grouped(counted.hidden)} hidden` : ''}`],
    ...Object.entries(byType).map(([type, count]) => [`  ${type}`, ofAll({ count, of: claims })] as const),
    ['unnamed', `sources of ${ofAll(counted.unnamed)} claims that somebody is given for`],
    ['origins', `${grouped(counted.origins)} in ${grouped(counted.stories)} stories`],
    ...(counted.rejoining === null
      ? []
      : [
          [
            '  of',
            `${ofAll({ count: counted.rejoining.done, of: counted.rejoining.of })} articles: not whole yet`,
          ] as const,
        ]),
    [
      'corrections',
      `${grouped(corrections.inForce)} in force by ${grouped(corrections.people)} people, ${grouped(corrections.undone)} undone, ${grouped(corrections.waiting)} to be looked at`,
    ],
    ...Object.entries(corrections.byField).map(([field, count]) => [`  ${field}`, grouped(count)] as const),
    ...corrections.judged.flatMap(({ engine, edition, claims: looked, right, missed }) => [
      ['judged', `${grouped(looked)} claim(s) of ${engine} ${edition}, which people chose; right as read:`] as const,
      ...Object.entries(right).map(([field, share]) => [`  ${field}`, ofAll(share)] as const),
      ['  missed', `${grouped(missed.claims)} claim(s), ${grouped(missed.figures)} figure(s)`] as const,
    ]),
    ['size', `${mib(bytes.ledger)}; pages as received ${mib(bytes.received)}, packed ${mib(bytes.packed)}`],
  ]
  return lines.map(([label, value]) => `${label.padEnd(17)}${value}`)
}
