// Letters sent by a process that is killed again and again, to a server that writes down each one it takes: what was taken
// twice, what is missing and not said to be in doubt, and how many are in doubt.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Followed } from '../../src/ledger/developments/development.ts'
import { developmentsOf } from '../../src/ledger/developments/list.ts'
import { noticeDevelopments } from '../../src/ledger/developments/notice.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { storiesListed } from '../../src/ledger/told.ts'
import { partsIn } from '../../src/publish/following/letters.ts'
import { type Following, openFollowing } from '../../src/publish/following/open.ts'
import { readSigned, secretOf } from '../../src/publish/following/secret.ts'
import { subjectOf } from '../../src/publish/following/subject.ts'
import { begin } from '../../src/publish/mail/pass.ts'
import { drawn } from '../drawn.ts'
import { startHearsay } from '../ledger/killing.ts'

const NOW = '2026-03-02T08:00:00.000Z'

/** A server of mail in a process of its own. */
export interface Receiver {
  readonly port: number
  /** The letters that it took, in their order: their Message-IDs. */
  taken(): string[]
  /** When it takes one more; when something else ends, if that comes first. */
  takes(orEnds: Promise<unknown>): Promise<void>
  close(): void
}

/** @param slow milliseconds that it takes at most to answer for a letter */
export async function startReceiver(file: string, slow = 0): Promise<Receiver> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'receiver.ts'), file, '--slow', `${slow}`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [port] = (await once(child.stdout as NonNullable<typeof child.stdout>, 'data')) as [Buffer]
  return {
    port: Number(port.toString()),
    taken: () =>
      existsSync(file)
        ? readFileSync(file, 'utf8')
            .split('\n')
            .filter(Boolean)
            .map((line) => (JSON.parse(line) as { id: string }).id)
        : [],
    takes: async (orEnds) => {
      const [before, ended] = [sizeOf(file), orEnds.then(() => true)]
      while (sizeOf(file) === before && !(await Promise.race([ended, sleep(LOOK, false)])));
    },
    close: () => child.kill('SIGKILL'),
  }
}

/** Milliseconds between two looks for a letter. */
const LOOK = 20

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** What can be followed in a ledger: stories, outlets and a search. */
async function subjectsIn(ledger: Ledger): Promise<Followed[]> {
  await noticeDevelopments(ledger, NOW)
  const stories = await storiesListed(ledger)
  const outlets = await ledger.db
    .selectFrom('article')
    .select('outlet')
    .distinct()
    .where('outlet', 'is not', null)
    .execute()
  const subjects: Followed[] = [
    ...stories.map(({ id }): Followed => ({ kind: 'story', story: id })),
    ...outlets.map(({ outlet }): Followed => ({ kind: 'outlet', name: outlet as string })),
    { kind: 'search', query: 'injured' },
  ]
  const telling = []
  for (const followed of subjects)
    if ((await developmentsOf(ledger, followed, { after: 0, limit: 1 })).length > 0) telling.push(followed)
  return telling
}

/** Followers who are due: each follows one to three things, and was told of none. */
export async function followersOf(where: string, count: number, seed: number): Promise<void> {
  const ledger = await openLedger(where)
  const following = await openFollowing(where)
  try {
    const [subjects, next] = [await subjectsIn(ledger), drawn(seed)]
    await following.write(async (db) => {
      for (let at = 1; at <= count; at++) {
        const address = `reader${at}@site.example`
        await db
          .insertInto('follower')
          .values({ address, addressKey: address, rhythm: 'daily', hour: 6, weekday: 1, since: NOW, dueAt: NOW })
          .execute()
        const own = new Map(
          Array.from({ length: 1 + Math.floor(next() * 3) }, () => {
            const followed = subjects[Math.floor(next() * subjects.length)] as Followed
            return [subjectOf(followed), followed] as const
          }),
        )
        for (const [subject, followed] of own)
          await db
            .insertInto('following')
            .values({
              followerId: at,
              subject,
              followedJson: JSON.stringify(followed),
              after: 0,
              askedAt: NOW,
              confirmedAt: NOW,
            })
            .execute()
      }
    })
  } finally {
    await following.close()
    await ledger.close()
  }
}

/** How letters were sent. */
export interface SentLetters {
  readonly kills: number
  readonly letters: number
  readonly taken: number
  /** Letters that were taken twice, and developments that are in two letters to one follower. */
  readonly doubled: number
  /** Letters that were not taken and are not said to be in doubt, and developments that are in no letter. */
  readonly lost: number
  /** Letters said to be in doubt, and those of them that were not taken. */
  readonly doubtful: number
  readonly doubtfulNotTaken: number
}

/** The share of kills that come while letters are begun; the others come while they are sent. */
const WHILE_BEGUN = 0.1

/**
 * Sends what is due to a server, with kills at moments drawn by chance; then to the end.
 * @param kills how many are to hit a process at work
 * @param working milliseconds after which one comes, at most, when the process has begun
 */
export async function sendKilled(
  where: string,
  receiver: Receiver,
  { kills, working, seed, pace }: { kills: number; working: number; seed: number; pace: number },
  told: (hits: number) => void = () => {},
): Promise<SentLetters> {
  const next = drawn(seed)
  const settings = [
    `HEARSAY_SMTP=smtp://127.0.0.1:${receiver.port}`,
    'HEARSAY_MAIL_FROM=letters@hearsay.example',
    `HEARSAY_MAIL_PACE=${pace}`,
    'HEARSAY_MAIL_CONNECTIONS=4',
  ]
  const start = () => startHearsay(where, ['send', '--address', 'https://hearsay.example'], ['env', ...settings])
  let hits = 0
  const killUntil = async (most: number, begun: (ended: Promise<unknown>) => Promise<void>): Promise<void> => {
    while (hits < most) {
      const running = start()
      await running.opened
      await begun(running.ended)
      const hasEnded = await Promise.race([running.ended.then(() => true), sleep(next() * working, false)])
      const isHit = !hasEnded && running.kill()
      const { code, said } = await running.ended
      if (isHit) told(++hits)
      else if (code !== 0) throw new Error(said)
      else break
    }
  }
  await killUntil(kills * WHILE_BEGUN, async () => {})
  await beginAll(where)
  await killUntil(kills, (ended) => receiver.takes(ended))
  const { code, said } = await start().ended
  if (code !== 0) throw new Error(said)
  return held(where, receiver, hits)
}

/** Begins the letters that are not begun yet. */
async function beginAll(where: string): Promise<void> {
  const ledger = await openLedger(where)
  const following = await openFollowing(where)
  await begin(ledger, following, new AbortController().signal)
  await following.close()
  await ledger.close()
}

/** What was sent, held against what was taken. */
async function held(where: string, receiver: Receiver, kills: number): Promise<SentLetters> {
  const ledger = await openLedger(where)
  const following = await openFollowing(where)
  try {
    const secret = await secretOf(following)
    const taken = new Map<number, number>()
    for (const id of receiver.taken()) {
      const letter = readSigned(secret, 'return', id.slice('letter.'.length, id.indexOf('@')), 0)
      if (typeof letter !== 'number') throw new Error(`a letter that nobody wrote: ${id}`)
      taken.set(letter, (taken.get(letter) ?? 0) + 1)
    }
    const letters = await following.db.selectFrom('letter').selectAll().execute()
    const doubtful = letters.filter(({ state }) => state === 'doubtful')
    const untaken = letters.filter(({ id, state }) => state !== 'doubtful' && !taken.has(id))
    const told = await toldAmiss(ledger, following)
    return {
      kills,
      letters: letters.length,
      taken: taken.size,
      doubled: [...taken.values()].filter((times) => times > 1).length + told.doubled,
      lost: untaken.length + told.lost,
      doubtful: doubtful.length,
      doubtfulNotTaken: doubtful.filter(({ id }) => !taken.has(id)).length,
    }
  } finally {
    await following.close()
    await ledger.close()
  }
}

/** Developments that are in two letters to one follower, or in none. */
async function toldAmiss(ledger: Ledger, { db }: Following): Promise<{ doubled: number; lost: number }> {
  const rows = await db.selectFrom('following').select(['followerId', 'subject', 'followedJson']).execute()
  const letters = Map.groupBy(
    await db.selectFrom('letter').select(['followerId', 'partsJson']).execute(),
    ({ followerId }) => followerId,
  )
  const expected = new Map<string, number[]>()
  for (const { subject, followedJson } of rows)
    if (!expected.has(subject)) {
      const all = await developmentsOf(ledger, JSON.parse(followedJson) as Followed, { after: 0, limit: 10_000 })
      expected.set(
        subject,
        all.map(({ id }) => id),
      )
    }
  let [doubled, lost] = [0, 0]
  for (const [follower, own] of Map.groupBy(rows, ({ followerId }) => followerId)) {
    const told = (letters.get(follower) ?? []).flatMap(({ partsJson }) => partsIn(partsJson).flatMap(({ ids }) => ids))
    const due = new Set(own.flatMap(({ subject }) => expected.get(subject) ?? []))
    doubled += told.length - new Set(told).size
    lost += [...due].filter((id) => !told.includes(id)).length
  }
  return { doubled, lost }
}
