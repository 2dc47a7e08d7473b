import { isIPv6 } from 'node:net';

/**
 * Whom a limit counts: an IPv4 address, or the /64 network of an IPv6 address, because a single
 * household or rented machine has all 2^64 addresses of one.
 */
export function addressKey(ip: string): string {
  const [address = ''] = ip.toLowerCase().split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? `${firstHalf(address).join(':')}::/64` : address;
}

/** The first four of eight groups, without leading zeros. */
function firstHalf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const gap = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...gap, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
}

/** A dotted end stands for two groups; what they are does not matter to the first half. */
const groups = (text: string): string[] =>
  text === '' ? [] : text.replace(/\d{1,3}(?:\.\d{1,3}){3}$/, '0:0').split(':');
