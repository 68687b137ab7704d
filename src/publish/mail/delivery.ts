/**
 * One letter handed over to a server: all of it but its end, then the mark, then the end. What is told of it afterwards is
 * what is known, no more: a letter whose end went out and that nobody answered for may have been taken (RFC 1047).
 */
import { Readable } from 'node:stream'
import type { NodemailerError } from 'nodemailer/lib/errors'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Marks } from './marks.ts'

/** A letter as it goes out. */
export interface Outgoing {
  readonly id: number
  readonly from: string
  readonly to: string
  /** Headers and body (RFC 5322). */
  readonly bytes: Buffer
}

/** What became of it. */
export interface Delivered {
  /**
   * `refused`: never to be had from this server. `later`: the server wants it another time. `doubtful`: nobody answered.
   * `broken`: the connection broke before anything could have been taken. `sender refused`: whatever letter comes from us.
   * `not ours`: another sender has it, or it is there no more.
   */
  readonly outcome: 'sent' | 'refused' | 'later' | 'doubtful' | 'broken' | 'sender refused' | 'not ours'
  /** What the server said, or what went wrong. */
  readonly answer: string
  /** Whether the connection can be used for another letter. */
  readonly isOpen: boolean
}

/** Milliseconds between two looks whether all but the end went out. */
const LOOK = 2

/** Hands a letter over. */
export function deliver(connection: SMTPConnection, letter: Outgoing, marks: Marks): Promise<Delivered> {
  return new Promise((resolve) => {
    let state: 'open' | 'handed over' | 'ended' = 'open'
    const finish = (delivered: Delivered): void => {
      if (state === 'ended') return
      state = 'ended'
      connection.off('error', failed)
      if (!delivered.isOpen) connection.close()
      resolve(delivered)
    }
    const failed = (error: NodemailerError): void => {
      const answer = (error.response ?? error.message).slice(0, MOST_ANSWER)
      finish({ outcome: outcomeOf(error, state === 'handed over'), answer, isOpen: false })
    }
    connection.on('error', failed)
    const text = withheld(letter.bytes, (stream) => {
      const isOut = () => stream.readableLength === 0 && (connection._socket || null)?.writableLength === 0
      const end = (): void => {
        if (state !== 'open') return
        if (!isOut()) {
          setTimeout(end, LOOK)
          return
        }
        marks.handOver(
          letter.id,
          (isOwn) => {
            if (state !== 'open') return
            if (!isOwn) return finish({ outcome: 'not ours', answer: 'another sender has it', isOpen: false })
            state = 'handed over'
            stream.push(null)
          },
          (error) => finish({ outcome: 'broken', answer: error.message, isOpen: false }),
        )
      }
      setImmediate(end)
    })
    const envelope = { from: letter.from, to: letter.to, size: letter.bytes.length }
    connection.send(envelope, text, (error, sent) => {
      if (error) failed(error)
      else finish({ outcome: 'sent', answer: sent.response.slice(0, MOST_ANSWER), isOpen: true })
    })
  })
}

/** What an error means for a letter: an answer is an answer, whenever it came. */
function outcomeOf({ responseCode, command }: NodemailerError, isHandedOver: boolean): Delivered['outcome'] {
  if (responseCode === undefined) return isHandedOver ? 'doubtful' : 'broken'
  if (responseCode < 500) return 'later'
  return command === 'MAIL FROM' || responseCode === 530 ? 'sender refused' : 'refused'
}

/** Characters of an answer that are kept. */
const MOST_ANSWER = 500

/** A stream of a letter whose end is kept back. @param ready is told when the letter is taken for being sent */
function withheld(bytes: Buffer, ready: (stream: Readable) => void): Readable {
  let isBegun = false
  return new Readable({
    read() {
      if (isBegun) return
      isBegun = true
      this.push(bytes)
      ready(this)
    },
  })
}
