/** `hearsay changes`: the versions of an article, and what changed from each to the next, in claims and words. */
import type { Claim } from '../claims/claim.ts'
import { changesBetween, type Fate, type Wording } from '../ledger/changes.ts'
import type { Ledger } from '../ledger/open.ts'
import { changedArticles, type StoodVersion, versionsOf } from '../ledger/versions.ts'
import { json, printable } from '../publish/printable.ts'
import { moment } from '../publish/when.ts'
import type { Drift } from '../stories/drift/drift.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { columns, complain, print } from './output.ts'
import { clip, wrap } from './wrap.ts'

/** The options of `hearsay changes`, as given. */
export interface ChangesOptions extends LedgerOptions {
  readonly json?: boolean
  readonly limit: number
}

/** Shows what changed in articles, or which articles did. @returns the exit code */
export function changes(articles: readonly string[], options: ChangesOptions): Promise<number> {
  return saying(async () => {
    const ledger = await openNamed(options, { readOnly: true })
    try {
      if (articles.length === 0) return await list(ledger, options)
      let missing = 0
      for (const named of articles) {
        const article = await articleNamed(ledger, named)
        if (article === null) {
          missing++
          complain(`${named}: there is no such article in the ledger. hearsay add brings one in.`)
        } else if (options.json) await print(`${json(await told(ledger, article))}\n`)
        else await print(await changesLines(ledger, article, 'all'))
      }
      return missing > 0 ? 1 : 0
    } finally {
      await ledger.close()
    }
  })
}

async function list(ledger: Ledger, { limit, json: asJson }: ChangesOptions): Promise<number> {
  const changed = await changedArticles(ledger, limit)
  if (asJson) {
    await print(`${json(changed)}\n`)
    return 0
  }
  if (changed.length === 0) await print('No article was seen in more than one version yet.\n')
  for (const { article, versions, headline, outlet, lastSeen } of changed) {
    const facts = [outlet, `${versions} versions`, `seen last ${moment(lastSeen)}`].filter(Boolean).join('; ')
    await print(`${article}  ${printable(`${headline ?? '(no headline)'} (${facts})`).replaceAll('\n', ' ')}\n`)
  }
  return 0
}

/** An article by its number or by an address of it. */
async function articleNamed(ledger: Ledger, named: string): Promise<number | null> {
  const { addressKey } = await import('../gather/feed/canonical.ts')
  if (/^\d{1,15}$/.test(named)) {
    const row = await ledger.db.selectFrom('article').select('id').where('id', '=', Number(named)).executeTakeFirst()
    return row?.id ?? null
  }
  const key = addressKey(named)
  if (key === null) return null
  const row = await ledger.db.selectFrom('address').select('articleId').where('key', '=', key).executeTakeFirst()
  return row?.articleId ?? null
}

/** The versions with what changed from one to the next, for programs. */
async function told(ledger: Ledger, article: number) {
  const versions = await versionsOf(ledger, article)
  return {
    article,
    versions: versions.map((version) => {
      const { number, firstSeen, lastSeen, isPartial, article: stood, before } = version
      return {
        number,
        firstSeen,
        lastSeen,
        isPartial,
        headline: stood.headline,
        changes: before === null ? null : changesBetween(before, version),
      }
    }),
  }
}

/**
 * What changed in an article, in words.
 * @param which all of its versions, or the last of them only
 */
export async function changesLines(ledger: Ledger, article: number, which: 'all' | 'last'): Promise<string> {
  const versions = await versionsOf(ledger, article)
  const width = columns()
  const last = versions.findLast(({ isPartial }) => !isPartial) ?? versions.at(-1)
  const count = new Set(versions.map(({ number }) => number)).size
  const title = `${last?.article.headline ?? '(no headline)'} (${[last?.article.outlet, `article ${article}`, `${count} version(s)`].filter(Boolean).join('; ')})`
  const lines = [...wrap(title, width)]
  for (const [at, version] of versions.entries()) {
    if (which === 'last' && version !== last) continue
    const again = versions.slice(0, at).some(({ number }) => number === version.number) ? ' again' : ''
    const part = version.isPartial ? ', a part of the article only' : ''
    if (which === 'all') lines.push('', `version ${version.number}${again}: ${seenIn(version)}${part}`)
    if (version.before !== null)
      lines.push(
        ...changed(version.before, version).flatMap((line) => wrap(line, width, { first: '  ', rest: '    ' })),
      )
  }
  return `${printable(lines.join('\n'))}\n`
}

const seenIn = ({ firstSeen, lastSeen }: StoodVersion): string =>
  firstSeen === lastSeen
    ? `our capture of ${moment(firstSeen)}`
    : `our captures from ${moment(firstSeen)} to ${moment(lastSeen)}`

/** Two times in words; with their seconds where they are of one minute. */
function toldApart(...times: readonly [string, string]): [string, string] {
  const [one, other] = [moment(times[0]), moment(times[1])]
  if (one !== other) return [one, other]
  const withSeconds = (time: string): string => moment(time).replace(/\d\d:\d\d/, time.slice(11, 19))
  return [withSeconds(times[0]), withSeconds(times[1])]
}

/** Claims that are told of one by one. */
const TOLD = 20
/** The longest words of a claim that are shown. */
const WORDS = 120

/** What changed from one version to the next, a line each. */
function changed(before: StoodVersion, after: StoodVersion): string[] {
  const { claims, added, headline, deck } = changesBetween(before, after)
  const [then, now] = toldApart(before.lastSeen, after.firstSeen)
  const older = `our capture of ${then}`
  const newer = `that of ${now}`
  const isTold = ({ act, confidence }: Claim): boolean => act === 'speech' && confidence >= 0.3
  const fates = claims.filter(({ claim, anchor }) => isTold(claim) && (anchor === 'changed' || anchor === 'orphan'))
  const lines = [
    ...(headline === null ? [] : [`headline: ${worded(headline)}`]),
    ...(deck === null ? [] : [`deck: ${worded(deck)}`]),
    ...fates.slice(0, TOLD).flatMap((fate) => fateLines(fate, older, newer)),
    ...(fates.length > TOLD ? [`and ${fates.length - TOLD} more claims`] : []),
    ...added
      .filter(isTold)
      .slice(0, TOLD)
      .map((claim) => `new: ${quoted(claim)}, in our capture of ${now}, not in that of ${then}`),
  ]
  return lines.length > 0 ? lines : ['no claim changed; other words did']
}

/** `[-Up to three-][+Four+] die`, as word diffs are written. */
const worded = (wording: readonly Wording[]): string =>
  wording.map(({ words, is }) => (is === 'kept' ? words : is === 'gone' ? `[-${words}-]` : `[+${words}+]`)).join('')

const quoted = (claim: Claim): string =>
  `${claim.in === 'text' ? '' : `the ${claim.in}'s `}${claim.speaker === null ? '' : `${claim.speaker.name}: `}"${clip(claim.content.text, WORDS)}"`

function fateLines({ claim, now, drift }: Fate, older: string, newer: string): string[] {
  if (now === null) return [`gone: ${quoted(claim)}, in ${older}, not in ${newer}`]
  const lines = drift.map((one) => driftLine(claim, one, older, newer))
  return lines.length > 0 ? lines : [`worded otherwise: ${quoted(claim)} in ${older}; ${quoted(now)} in ${newer}`]
}

const driftLine = (claim: Claim, { kind, from, to, lost }: Drift, older: string, newer: string): string => {
  const whose = claim.in === 'text' ? `${quoted(claim)}: ` : `the ${claim.in}'s `
  return lost
    ? `${kind}: ${whose}"${clip(from.text, WORDS)}" is in ${older}, not in ${newer}`
    : `${kind}: ${whose}"${clip(from.text, WORDS)}" in ${older}, "${clip(to.text, WORDS)}" in ${newer}`
}
