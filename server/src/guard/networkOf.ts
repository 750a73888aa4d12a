import { isIPv6 } from 'node:net'

const GROUPS = 8

/** Whom an address stands for: of IPv6 the first 64 bits, as whoever has one such address has all that begin so. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return address
  // As a URL has it: in lower case, without leading zeros, an IPv4 address at its end as two groups.
  const [before = '', after = ''] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const first = groupsOf(before)
  const last = groupsOf(after)
  const zeros = Array<string>(GROUPS - first.length - last.length).fill('0')
  return `${[...first, ...zeros, ...last].slice(0, GROUPS / 2).join(':')}::/64`
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}
