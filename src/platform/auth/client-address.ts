/**
 * The address that attempts are counted by. X-Forwarded-For is believed only as far as our own proxies wrote it:
 * each trusted proxy appends one entry, so with n of them the client is the n-th from the right. With none, the header is ignored.
 * IPv6 is counted by /64, because one household owns them all.
 */
export const clientAddress = (socketAddress: string, forwardedFor: string | null, trustedProxies: number): string => {
  if (trustedProxies <= 0) return network(socketAddress)
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  const client = hops[hops.length - trustedProxies] ?? ''
  return network(addressShape.test(client) ? client : socketAddress)
}

const addressShape = /^[0-9a-f:.]{2,45}$/i

const network = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return `${[...left, ...Array<string>(gap).fill('0'), ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
