/** Captures, without their bytes: when a page was seen, how, and the hash that proves it. */
import { z } from 'zod'
import type { CaptureShown } from '../../ledger/stood.ts'
import { Moment, Numbered } from './words.ts'

export const Capture = z
  .object({
    number: Numbered,
    sha256: z.string().describe('SHA-256 of the bytes as received, in hexadecimal.'),
    size: z.int().min(0).describe('Bytes as received.'),
    url: z.string().nullable().describe('The address asked for; null for what was pasted.'),
    finalUrl: z.string().nullable().describe('The address that answered.'),
    status: z.int().nullable().describe('The HTTP status of the answer; null where none was asked for.'),
    capturedAt: Moment,
    how: z.enum(['fetched', 'feed', 'pasted', 'imported']),
  })
  .meta({
    id: 'Capture',
    description: 'Bytes as they were received, once: what proves that something was on a page at a time.',
    examples: [
      {
        number: 3,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        size: 48_210,
        url: 'https://harbour.example/ferry',
        finalUrl: 'https://harbour.example/ferry',
        status: 200,
        capturedAt: '2031-05-12T09:00:00.000Z',
        how: 'fetched',
      },
    ],
  })
export type Capture = z.infer<typeof Capture>

export const captureRecord = ({ id, sha256, size, url, finalUrl, status, capturedAt, how }: CaptureShown): Capture => ({
  number: id,
  sha256,
  size,
  url,
  finalUrl,
  status,
  capturedAt,
  how,
})
