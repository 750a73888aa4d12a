import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6, type BlockList } from 'node:net'

/**
 * Who asks: where the connection comes from, or whom a trusted proxy names in X-Forwarded-For. What somebody writes into
 * that header himself stands before what the proxy adds, and is not reached.
 */
export function addressOf(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: BlockList,
): string {
  const named = String(headers['x-forwarded-for'] ?? '').split(',')
  let address = plain(socket.remoteAddress ?? '')
  while (isIP(address) && proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) {
    const before = plain(named.pop()?.trim() ?? '')
    if (!isIP(before)) break
    address = before
  }
  return address
}

/** An IPv4 address as it is told on a socket that takes both. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
