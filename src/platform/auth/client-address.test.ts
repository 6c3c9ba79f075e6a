import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

describe('The address that attempts are counted by', () => {
  test('without a proxy of our own the header changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(clientAddress('192.0.2.1', header, 0)).toBe('192.0.2.1')
      }),
    )
  })

  test('with n proxies, what the sender wrote in front of their entries changes nothing', () => {
    const hop = fc.ipV4()
    fc.assert(
      fc.property(fc.array(fc.oneof(hop, fc.string())), hop, fc.array(hop, { maxLength: 3 }), (forged, client, own) => {
        const header = [...forged, client, ...own].join(', ')
        expect(clientAddress('10.0.0.1', header, own.length + 1)).toBe(client)
      }),
    )
  })

  test('where the header is shorter than our proxies write it, the socket counts', () => {
    expect(clientAddress('10.0.0.1', null, 1)).toBe('10.0.0.1')
    expect(clientAddress('10.0.0.1', '198.51.100.4', 2)).toBe('10.0.0.1')
    expect(clientAddress('10.0.0.1', 'not an address', 1)).toBe('10.0.0.1')
  })

  test('a household’s IPv6 network is one; IPv4 in IPv6 is IPv4', () => {
    expect(clientAddress('2001:db8:1:2:aaaa::1', null, 0)).toBe(clientAddress('2001:db8:1:2::ffff', null, 0))
    expect(clientAddress('2001:db8:1:2::1', null, 0)).not.toBe(clientAddress('2001:db8:1:3::1', null, 0))
    expect(clientAddress('2001:0db8:0001:0002::1', null, 0)).toBe(clientAddress('2001:db8:1:2:0:0:0:1', null, 0))
    expect(clientAddress('::ffff:192.0.2.7', null, 0)).toBe('192.0.2.7')
    expect(clientAddress('::1', null, 0)).toBe('0:0:0:0::/64')
  })
})
