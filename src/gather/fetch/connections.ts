/** Connections to the world, each guarded where it is made. */
import { Agent } from 'undici'
import { guardedConnector, type Resolve } from '../address/connector.ts'
import type { NamedHosts } from '../address/guard.ts'

/** Some sites send several policies and preloads as headers; Node's own limit of 16 KiB is too little for them. */
const MAX_HEADER_BYTES = 64 * 1024

/**
 * What requests go through: to the open internet and the named hosts, nowhere else.
 * @param connections to one host at most
 */
export const guardedAgent = (named: NamedHosts, resolve: Resolve, connections: number): Agent =>
  new Agent({
    connect: guardedConnector(named, resolve),
    connections,
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    // Limits of time are kept by exchange.ts, to the millisecond.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
