/** An arrival as plain JSON, its bytes compressed, so that it can travel in a job. */
import { pack, unpack } from '../../ledger/pack.ts'
import type { Arrival } from './arrival.ts'

/** An arrival in JSON. */
export type PackedArrival = Omit<Arrival, 'bytes'> & { readonly packed: string }

export const packedArrival = ({ bytes, ...rest }: Arrival): PackedArrival => ({
  ...rest,
  packed: Buffer.from(pack(bytes)).toString('base64'),
})

export const unpackedArrival = ({ packed, ...rest }: PackedArrival): Arrival => ({
  ...rest,
  bytes: unpack(Buffer.from(packed, 'base64')),
})
