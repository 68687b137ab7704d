import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FetchError } from '../fetch/errors.ts'
import { guardedUrl } from './guard.ts'

const REFUSED: readonly (readonly [address: string, why: string])[] = [
  // Loopback, in every way of writing it that the URL standard reads.
  ['http://127.0.0.1/', 'loopback'],
  ['http://127.0.0.1:8080/', 'loopback'],
  ['https://127.0.0.1/', 'loopback'],
  ['http://127.1/', 'loopback'],
  ['http://127.0.1/', 'loopback'],
  ['http://127.255.255.254/', 'loopback'],
  ['http://127.0.0.1./', 'loopback'],
  ['http://2130706433/', 'loopback'],
  ['http://0x7f000001/', 'loopback'],
  ['http://0x7F.0x0.0x0.0x1/', 'loopback'],
  ['http://0177.0.0.1/', 'loopback'],
  ['http://0177.0000.0000.0001/', 'loopback'],
  ['http://017700000001/', 'loopback'],
  ['http://0x7f.1/', 'loopback'],
  ['http://127.0x0.0.01/', 'loopback'],
  ['http://%31%32%37.0.0.1/', 'loopback'],
  ['http://127%2E0%2E0%2E1/', 'loopback'],
  ['http://１２７.０.０.１/', 'loopback'],
  ['http://127。0。0。1/', 'loopback'],
  ['http://①②⑦.⓪.⓪.①/', 'loopback'],
  ['http://¹²⁷.⁰.⁰.¹/', 'loopback'],
  ['http://127.0.0.\u00ad1/', 'loopback'],
  ['http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/', 'loopback'],
  ['http://١٢٧.0.0.1/', 'no web address'],
  ['http:\\\\127.0.0.1\\', 'loopback'],
  ['http:127.0.0.1', 'loopback'],
  ['  http://127.0.0.1/', 'loopback'],
  ['ht\ntp://127.0.\t0.1/', 'loopback'],
  ['http://[::1]/', 'loopback'],
  ['http://[0:0:0:0:0:0:0:1]/', 'loopback'],
  ['http://[0000:0000::0001]:3000/', 'loopback'],
  // IPv4 within IPv6.
  ['http://[::ffff:127.0.0.1]/', 'loopback'],
  ['http://[::ffff:7f00:1]/', 'loopback'],
  ['http://[0:0:0:0:0:FFFF:10.0.0.1]/', 'private'],
  ['http://[::ffff:8.8.8.8]/', 'IPv4 in IPv6'],
  ['http://[::127.0.0.1]/', 'IPv4 in IPv6'],
  ['http://[::ffff:0:127.0.0.1]/', 'IPv4 in IPv6'],
  ['http://[64:ff9b::7f00:1]/', 'IPv4 in IPv6'],
  ['http://[64:ff9b::8.8.8.8]/', 'IPv4 in IPv6'],
  ['http://[64:ff9b::a9fe:a9fe]/', 'IPv4 in IPv6'],
  ['http://[64:ff9b:1::a00:1]/', 'IPv4 in IPv6'],
  ['http://[2002:7f00:1::]/', 'IPv4 in IPv6'],
  ['http://[2002:808:808::1]/', 'IPv4 in IPv6'],
  ['http://[2001:0:53aa:64c:0:7b2f:f5ff:fffe]/', 'IPv4 in IPv6'],
  // Private networks and what lies between them and the internet.
  ['http://10.0.0.1/', 'private'],
  ['http://10.255.255.255/', 'private'],
  ['http://167772161/', 'private'],
  ['http://172.16.0.1/', 'private'],
  ['http://172.31.255.254/', 'private'],
  ['http://192.168.0.1/', 'private'],
  ['http://192.168.257/', 'private'],
  ['http://0300.0250.0.1/', 'private'],
  ['http://100.64.0.1/', 'carrier-grade NAT'],
  ['http://100.127.255.254/', 'carrier-grade NAT'],
  ['http://[fc00::1]/', 'private'],
  ['http://[fd12:3456:789a::1]/', 'private'],
  ['http://[fec0::1]/', 'private'],
  // Link-local, and the metadata services of hosting firms.
  ['http://169.254.0.1/', 'link-local'],
  ['http://[fe80::1]/', 'link-local'],
  ['http://[febf::1]/', 'link-local'],
  ['http://169.254.169.254/latest/meta-data/', 'metadata'],
  ['http://2852039166/latest/meta-data/', 'metadata'],
  ['http://0xA9FEA9FE/', 'metadata'],
  ['http://0251.0376.0251.0376/', 'metadata'],
  ['http://[::ffff:a9fe:a9fe]/', 'metadata'],
  ['http://[fd00:ec2::254]/', 'metadata'],
  ['http://100.100.100.200/', 'metadata'],
  ['http://168.63.129.16/', 'metadata'],
  ['http://192.0.0.192/', 'metadata'],
  ['http://[fd00:0ec2:0:0::fe]/', 'private'],
  ['http://[fd20:ce::254]/', 'metadata'],
  ['http://169.254.170.2/v2/credentials', 'metadata'],
  ['http://metadata.google.internal/', 'private network'],
  ['http://METADATA.google.internal./', 'private network'],
  ['http://metadata/computeMetadata/v1/', 'private network'],
  ['http://instance-data/latest/', 'private network'],
  ['http://host.docker.internal:8080/', 'private network'],
  ['http://kubernetes.default.svc.cluster.local/', 'private network'],
  // Neither here nor there.
  ['http://0.0.0.0/', 'unspecified'],
  ['http://0/', 'unspecified'],
  ['http://0.1.2.3/', 'unspecified'],
  ['http://[::]/', 'unspecified'],
  ['http://224.0.0.1/', 'multicast'],
  ['http://239.255.255.250/', 'multicast'],
  ['http://[ff02::1]/', 'multicast'],
  ['http://240.0.0.1/', 'reserved'],
  ['http://255.255.255.255/', 'reserved'],
  ['http://0xffffffff/', 'reserved'],
  ['http://192.0.0.1/', 'reserved'],
  ['http://192.88.99.1/', 'reserved'],
  ['http://192.0.2.1/', 'documentation'],
  ['http://198.51.100.7/', 'documentation'],
  ['http://203.0.113.9/', 'documentation'],
  ['http://[2001:db8::1]/', 'documentation'],
  ['http://[3fff::1]/', 'documentation'],
  ['http://198.18.0.1/', 'benchmarking'],
  ['http://198.19.255.254/', 'benchmarking'],
  ['http://[2001:2::1]/', 'benchmarking'],
  ['http://[2001:10::1]/', 'reserved'],
  ['http://[100::1]/', 'reserved'],
  ['http://[4000::1]/', 'reserved'],
  ['http://[5f00::1]/', 'reserved'],
  // Names of one's own machine and network.
  ['http://localhost/', 'private network'],
  ['http://LOCALHOST:3000/', 'private network'],
  ['http://localhost./', 'private network'],
  ['http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/', 'private network'],
  ['http://news.localhost/', 'private network'],
  ['http://printer.local/', 'private network'],
  ['http://wiki.corp/', 'private network'],
  ['http://router.home.arpa/', 'private network'],
  ['http://intranet/', 'private network'],
  ['http://db.eu-west-1.compute.internal/', 'private network'],
  ['http://hidden.onion/', 'cannot exist'],
  ['http://news.test/', 'cannot exist'],
  // Other services' ports, other schemes, passwords, hosts that are none.
  ['http://www.wikipedia.org:22/', 'port 22'],
  ['http://www.wikipedia.org:25/', 'port 25'],
  ['https://www.wikipedia.org:6379/', 'port 6379'],
  ['http://www.wikipedia.org:5432/', 'port 5432'],
  ['http://www.wikipedia.org:11211/', 'port 11211'],
  ['http://www.wikipedia.org:0/', 'port 0'],
  ['http://8.8.8.8:53/', 'port 53'],
  ['http://www.wikipedia.org@127.0.0.1/', 'user name'],
  ['http://user:secret@www.wikipedia.org/', 'user name'],
  ['http://127.0.0.1#@www.wikipedia.org/', 'loopback'],
  ['http://127.0.0.1\\@www.wikipedia.org/', 'loopback'],
  ['http://[fe80::1%25eth0]/', 'no web address'],
  ['http://[::1', 'no web address'],
  ['http://127.0.0.256/', 'no web address'],
  ['http://256.256.256.256/', 'no web address'],
  ['http://99999999999/', 'no web address'],
  ['http://1.2.3.4.5/', 'no web address'],
  ['http:///', 'no web address'],
  ['http://www.wikipedia.org:99999/', 'no web address'],
  ['http://www wikipedia org/', 'no web address'],
  ['', 'no web address'],
  ['www.wikipedia.org', 'no web address'],
  ['//www.wikipedia.org/', 'no web address'],
  ['http://./', 'no host'],
  ['file:///etc/passwd', 'file:'],
  ['ftp://ftp.gnu.org/', 'ftp:'],
  ['gopher://127.0.0.1:6379/_INFO', 'gopher:'],
  ['javascript:alert(1)', 'javascript:'],
  ['data:text/html,hello', 'data:'],
  ['ws://www.wikipedia.org/', 'ws:'],
  [`http://www.wikipedia.org/${'a'.repeat(9000)}`, '9025 characters'],
]

const ALLOWED: readonly (readonly [address: string, asked: string])[] = [
  ['https://www.wikipedia.org/', 'https://www.wikipedia.org/'],
  ['http://www.wikipedia.org', 'http://www.wikipedia.org/'],
  ['HTTPS://WWW.Wikipedia.ORG/Path', 'https://www.wikipedia.org/Path'],
  ['https://www.wikipedia.org:443/', 'https://www.wikipedia.org/'],
  ['http://www.wikipedia.org:8080/a', 'http://www.wikipedia.org:8080/a'],
  ['https://www.wikipedia.org:8443/a', 'https://www.wikipedia.org:8443/a'],
  ['https://www.wikipedia.org/a?b=c#d', 'https://www.wikipedia.org/a?b=c'],
  ['https://www.wikipedia.org./', 'https://www.wikipedia.org./'],
  ['https://bücher.de/', 'https://xn--bcher-kva.de/'],
  ['https://xn--bcher-kva.de/', 'https://xn--bcher-kva.de/'],
  ['https://日本語.jp/ニュース', 'https://xn--wgv71a119e.jp/%E3%83%8B%E3%83%A5%E3%83%BC%E3%82%B9'],
  ['http://8.8.8.8/', 'http://8.8.8.8/'],
  ['http://134744072/', 'http://8.8.8.8/'],
  ['http://1.1.1.1:8000/', 'http://1.1.1.1:8000/'],
  ['http://9.255.255.255/', 'http://9.255.255.255/'],
  ['http://11.0.0.1/', 'http://11.0.0.1/'],
  ['http://172.15.255.255/', 'http://172.15.255.255/'],
  ['http://172.32.0.1/', 'http://172.32.0.1/'],
  ['http://100.63.255.255/', 'http://100.63.255.255/'],
  ['http://100.128.0.1/', 'http://100.128.0.1/'],
  ['http://169.253.255.255/', 'http://169.253.255.255/'],
  ['http://192.167.255.255/', 'http://192.167.255.255/'],
  ['http://192.169.0.1/', 'http://192.169.0.1/'],
  ['http://198.17.255.255/', 'http://198.17.255.255/'],
  ['http://223.255.255.255/', 'http://223.255.255.255/'],
  ['http://[2606:4700:4700::1111]/', 'http://[2606:4700:4700::1111]/'],
  ['http://[2a00:1450:4001:82a::200e]/', 'http://[2a00:1450:4001:82a::200e]/'],
  ['http://[2001:4860:4860::8888]/', 'http://[2001:4860:4860::8888]/'],
  ['https://internal.wikipedia.org/', 'https://internal.wikipedia.org/'],
  ['https://local.fo/', 'https://local.fo/'],
  ['https://mylocalhost.org/', 'https://mylocalhost.org/'],
  ['https://localhost.wikipedia.org/', 'https://localhost.wikipedia.org/'],
]

describe('the guard on addresses as written', () => {
  test('has enough cases', () => {
    expect(new Set(REFUSED.map(([address]) => address)).size).toBeGreaterThanOrEqual(100)
    expect(ALLOWED.length).toBeGreaterThanOrEqual(20)
  })

  test.each(REFUSED)('refuses %s: %s', (address, why) => {
    expect(() => guardedUrl(address)).toThrow(FetchError)
    expect(() => guardedUrl(address)).toThrow(why)
  })

  test.each(ALLOWED)('allows %s', (address, asked) => {
    expect(guardedUrl(address).href).toBe(asked)
  })

  test.each([
    ['http://127.0.0.1:3000/a', ['127.0.0.1:3000']],
    ['http://0x7f.1:3000/a', ['127.0.0.1:3000']],
    ['http://127.0.0.1/a', ['127.0.0.1']],
    ['http://127.0.0.1:8080/a', ['127.0.0.1']],
    ['http://localhost:3000/', ['localhost']],
    ['http://[::1]:3000/', ['[::1]:3000']],
    ['http://[::1]:3000/', ['::1']],
    ['http://wiki.corp/', ['WIKI.corp']],
    ['http://127.0.0.1:22/', ['127.0.0.1:22']],
  ])('allows %s where the settings name %s', (address, named) => {
    expect(guardedUrl(address, named).protocol).toBe('http:')
  })

  test.each([
    ['http://127.0.0.1:3001/', ['127.0.0.1:3000']],
    ['http://127.0.0.2:3000/', ['127.0.0.1:3000']],
    ['http://localhost:3000/', ['127.0.0.1:3000']],
    ['http://127.0.0.1:22/', ['127.0.0.1']],
    ['http://127.0.0.1/', ['']],
    ['http://127.0.0.1/', ['*']],
    ['http://a.wiki.corp/', ['wiki.corp']],
    ['http://user@127.0.0.1/', ['127.0.0.1']],
    ['file://127.0.0.1/', ['127.0.0.1']],
  ])('refuses %s although the settings name %s', (address, named) => {
    expect(() => guardedUrl(address, named)).toThrow(FetchError)
  })

  test('leads to a named host from another named host only', () => {
    const named = ['127.0.0.1:3000', 'localhost:3000']
    expect(guardedUrl('http://127.0.0.1:3000/b', named, new URL('http://localhost:3000/a')).pathname).toBe('/b')
    expect(guardedUrl('/b', named, new URL('http://localhost:3000/a')).href).toBe('http://localhost:3000/b')
    const outside = new URL('https://www.wikipedia.org/')
    expect(() => guardedUrl('http://127.0.0.1:3000/b', named, outside)).toThrow('loopback')
  })

  test('says what to do', () => {
    expect(() => guardedUrl('http://[::1]:3000/')).toThrow('name it among your own hosts in the settings: [::1]:3000')
  })
})

/** Any UTF-16, lone surrogates among it. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

/** The ways in which an IPv4 address can be written. */
const forms = (parts: readonly number[], radix: readonly number[], keep: number): string => {
  const written = (value: number, base: number) =>
    base === 16 ? `0x${value.toString(16)}` : base === 8 ? `0${value.toString(8)}` : String(value)
  const last = parts.slice(keep).reduce((sum, part) => sum * 256 + part, 0)
  return [...parts.slice(0, keep), last].map((value, i) => written(value, radix[i] ?? 10)).join('.')
}
/** Whether an address is refused for where it leads, and for nothing else. */
function refused(address: string): boolean {
  try {
    guardedUrl(address)
    return false
  } catch (error) {
    return error instanceof FetchError && error.reason.includes('no address of the open internet')
  }
}
const byte = fc.integer({ min: 0, max: 255 })
const privateV4 = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127, 224, 240, 255), byte, byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
)

describe('the guard on anything', () => {
  test('throws nothing but FetchError, and returns web addresses only', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.string().map((path) => `https://www.wikipedia.org/${path}`),
          fc.string().map((s) => `http://${s}`),
        ),
        (address) => {
          try {
            return /^https?:$/.test(guardedUrl(address).protocol)
          } catch (error) {
            return error instanceof FetchError
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('refuses a private IPv4 address in whatever form', () => {
    const radix = fc.array(fc.constantFrom(8, 10, 16), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(privateV4, radix, fc.integer({ min: 0, max: 3 }), fc.boolean(), (parts, bases, keep, dot) => {
        const host = forms(parts, bases, keep) + (dot ? '.' : '')
        return refused(`http://${host}/`)
      }),
      { numRuns: 500 },
    )
  })

  test('refuses any IPv4 address within IPv6', () => {
    const prefix = fc.constantFrom('::ffff:', '::', '::ffff:0:', '64:ff9b::', '64:ff9b:1::')
    fc.assert(
      fc.property(prefix, fc.tuple(byte, byte, byte, byte), (before, parts) => {
        return refused(`http://[${before}${parts.join('.')}]/`)
      }),
      { numRuns: 300 },
    )
  })

  test('refuses any IPv6 address outside what is given out', () => {
    const group = fc.integer({ min: 0, max: 0xffff })
    const first = group.filter((value) => value >> 13 !== 1)
    fc.assert(
      fc.property(first, fc.array(group, { minLength: 7, maxLength: 7 }), fc.boolean(), (head, rest, upper) => {
        const address = [head, ...rest].map((value) => value.toString(16)).join(':')
        const written = upper ? address.toUpperCase() : address
        return refused(`http://[${written}]/`)
      }),
      { numRuns: 300 },
    )
  })
})
