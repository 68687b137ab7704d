/** How hard a family is. Shares are of retellings, unless said otherwise. */

export interface Level {
  readonly retellings: readonly [number, number]
  /** Taken over word for word; in part; the rest is told anew, a share of that as a translation would be. */
  readonly verbatim: number
  readonly edited: number
  readonly translated: number
  /** Names where it has it from; names the one before that; speaks of "local media"; else says nothing. */
  readonly credited: number
  readonly skipped: number
  readonly media: number
  /** Says that it was told itself what it has from elsewhere. */
  readonly feigned: number
  /** Reports that change something; headlines that do. */
  readonly drift: number
  readonly headlineDrift: number
  /** Slips that later copies inherit: of all articles. */
  readonly slips: number
  /** Puts a report of a second article beside those of the first. */
  readonly merged: number
  /** Of families: the agency's own copy is not among the articles. */
  readonly absent: number
}

export const LEVELS: readonly Level[] = [
  {
    retellings: [4, 6],
    verbatim: 0.7,
    edited: 0.15,
    translated: 0,
    credited: 0.9,
    skipped: 0,
    media: 0,
    feigned: 0,
    drift: 0.08,
    headlineDrift: 0.35,
    slips: 0.1,
    merged: 0.1,
    absent: 0,
  },
  {
    retellings: [5, 8],
    verbatim: 0.4,
    edited: 0.25,
    translated: 0.1,
    credited: 0.7,
    skipped: 0.05,
    media: 0.05,
    feigned: 0.03,
    drift: 0.15,
    headlineDrift: 0.45,
    slips: 0.25,
    merged: 0.2,
    absent: 0.25,
  },
  {
    retellings: [6, 10],
    verbatim: 0.25,
    edited: 0.25,
    translated: 0.35,
    credited: 0.5,
    skipped: 0.1,
    media: 0.1,
    feigned: 0.08,
    drift: 0.3,
    headlineDrift: 0.55,
    slips: 0.4,
    merged: 0.3,
    absent: 0.4,
  },
  {
    retellings: [8, 13],
    verbatim: 0.15,
    edited: 0.2,
    translated: 0.55,
    credited: 0.3,
    skipped: 0.15,
    media: 0.15,
    feigned: 0.12,
    drift: 0.4,
    headlineDrift: 0.6,
    slips: 0.5,
    merged: 0.45,
    absent: 0.5,
  },
]
