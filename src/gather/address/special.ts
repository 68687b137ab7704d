/**
 * IP addresses that are not the open internet: the IANA registries of special-purpose addresses (RFC 6890 and its
 * updates), multicast, and the metadata services of hosting firms. An IPv6 address is open only within 2000::/3, the
 * one block that is given out, so that what is reserved for later is refused too.
 */
import { BlockList, isIP } from 'node:net'

/** What an address is for; `public` is the open internet. */
export type AddressKind =
  | 'public'
  | 'benchmarking'
  | 'carrier-grade NAT'
  | 'documentation'
  | 'IPv4 in IPv6'
  | 'link-local'
  | 'loopback'
  | 'metadata'
  | 'multicast'
  | 'private'
  | 'reserved'
  | 'unspecified'

type Network = readonly [address: string, prefix: number]

/** The first kind that holds an address is what it is called; narrow ones stand before the networks around them. */
const SPECIAL: readonly (readonly [kind: Exclude<AddressKind, 'public'>, networks: readonly Network[]])[] = [
  [
    'metadata',
    [
      // Amazon, Google, Microsoft, Oracle and others; on IPv6 Amazon and Google.
      ['169.254.169.254', 32],
      ['169.254.170.2', 32],
      ['169.254.170.23', 32],
      ['fd00:ec2::254', 128],
      ['fd00:ec2::23', 128],
      ['fd20:ce::254', 128],
      // Alibaba, Oracle's older one, and Microsoft's host, which is an open address that answers only inside Azure.
      ['100.100.100.200', 32],
      ['192.0.0.192', 32],
      ['168.63.129.16', 32],
    ],
  ],
  [
    'unspecified',
    [
      ['0.0.0.0', 8],
      ['::', 128],
    ],
  ],
  [
    'loopback',
    [
      ['127.0.0.0', 8],
      ['::1', 128],
    ],
  ],
  [
    'private',
    [
      ['10.0.0.0', 8],
      ['172.16.0.0', 12],
      ['192.168.0.0', 16],
      ['fc00::', 7],
      ['fec0::', 10],
    ],
  ],
  ['carrier-grade NAT', [['100.64.0.0', 10]]],
  [
    'link-local',
    [
      ['169.254.0.0', 16],
      ['fe80::', 10],
    ],
  ],
  [
    'documentation',
    [
      ['192.0.2.0', 24],
      ['198.51.100.0', 24],
      ['203.0.113.0', 24],
      ['2001:db8::', 32],
      ['3fff::', 20],
    ],
  ],
  [
    'benchmarking',
    [
      ['198.18.0.0', 15],
      ['2001:2::', 48],
    ],
  ],
  [
    'multicast',
    [
      ['224.0.0.0', 4],
      ['ff00::', 8],
    ],
  ],
  [
    'IPv4 in IPv6',
    [
      // IPv4-mapped and -compatible, IPv4-translated, NAT64 (RFC 6052, RFC 8215), Teredo, 6to4.
      ['::', 64],
      ['64:ff9b::', 96],
      ['64:ff9b:1::', 48],
      ['2001::', 32],
      ['2002::', 16],
    ],
  ],
  [
    'reserved',
    [
      ['192.0.0.0', 24],
      // AS112, AMT and the withdrawn 6to4 relays: reachable, and no place where news is published.
      ['192.31.196.0', 24],
      ['192.52.193.0', 24],
      ['192.88.99.0', 24],
      ['192.175.48.0', 24],
      ['240.0.0.0', 4],
      ['2001::', 23],
      ['2620:4f:8000::', 48],
    ],
  ],
]

/** Apart by family: a BlockList holds an IPv4 address against IPv6 networks as its mapped form. */
const LISTS = SPECIAL.map(
  ([kind, networks]) => [kind, blockListOf(networks, 'ipv4'), blockListOf(networks, 'ipv6')] as const,
)
const GIVEN_OUT = blockListOf([['2000::', 3]], 'ipv6')

function blockListOf(networks: readonly Network[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const [address, prefix] of networks)
    if ((isIP(address) === 6) === (family === 'ipv6')) list.addSubnet(address, prefix, family)
  return list
}

/**
 * What an IP address is for.
 *
 * An IPv4-mapped IPv6 address is called what the IPv4 address in it is, or `IPv4 in IPv6` where that one is public.
 * @param address an IPv4 address of four decimal numbers, or an IPv6 address without brackets; one with a zone
 *   (`%eth0`) is link-local; what is no address is `reserved`
 */
export function addressKind(address: string): AddressKind {
  const version = isIP(address)
  if (version === 0) return 'reserved'
  if (address.includes('%')) return 'link-local'
  if (version === 4) return LISTS.find(([, v4]) => v4.check(address, 'ipv4'))?.[0] ?? 'public'
  for (const [kind, v4, v6] of LISTS) if (v4.check(address, 'ipv6') || v6.check(address, 'ipv6')) return kind
  return GIVEN_OUT.check(address, 'ipv6') ? 'public' : 'reserved'
}
