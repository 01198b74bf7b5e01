import { isIPv6 } from 'node:net';

/** A host name or address in its one spelling: as `URL.hostname` or a socket gives it, or as a person writes it. */
export const bareHost = (host: string): string => {
  const bare = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '')
    .replace(/\.+$/, '');
  return isIPv6(bare) ? unmapped(new URL(`http://[${bare}]/`).hostname.slice(1, -1)) : bare;
};

/** An IPv4 address within IPv6 (RFC 4291 section 2.5.5.2) leads to the same machine. */
const unmapped = (address: string): string => {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address) ?? [];
  if (high === undefined || low === undefined) return address;
  return [high, low].flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 255]).join('.');
};

/** Whether a host is this machine itself; a name that only a resolver leads here is not, since it may lead elsewhere tomorrow. */
export const isLoopback = (host: string): boolean => /^(?:localhost|::1|127(?:\.\d{1,3}){3})$/.test(bareHost(host));
