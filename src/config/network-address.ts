import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

// RFC 1918, RFC 3927, RFC 6598 (shared by carriers and mesh VPNs), RFC 4193, RFC 4291.
const privateUse = new BlockList();
privateUse.addSubnet('10.0.0.0', 8, 'ipv4');
privateUse.addSubnet('172.16.0.0', 12, 'ipv4');
privateUse.addSubnet('192.168.0.0', 16, 'ipv4');
privateUse.addSubnet('169.254.0.0', 16, 'ipv4');
privateUse.addSubnet('100.64.0.0', 10, 'ipv4');
privateUse.addSubnet('fc00::', 7, 'ipv6');
privateUse.addSubnet('fe80::', 10, 'ipv6');

// Names that no public name server answers: RFC 6762, RFC 8375, and ICANN's reserved `internal`.
const PRIVATE_NAME = /^[^.]+$|\.(local|internal|home\.arpa)$/;

/** Whether only this machine can open `hostname` (of a URL: lower case, IPv6 in brackets). */
export function isLoopback(hostname: string): boolean {
  const name = bare(hostname);
  return name === 'localhost' || name.endsWith('.localhost') || within(loopback, name);
}

/** Whether `hostname` lies in a network that the public internet cannot reach. */
export function isPrivate(hostname: string): boolean {
  const name = bare(hostname);
  return isIP(name) === 0 ? PRIVATE_NAME.test(name) : within(privateUse, name);
}

const bare = (hostname: string): string => hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '');

function within(list: BlockList, name: string): boolean {
  const family = isIP(name);
  return family !== 0 && list.check(name, family === 6 ? 'ipv6' : 'ipv4');
}
