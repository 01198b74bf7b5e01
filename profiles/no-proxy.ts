import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/**
 * Whether a list such as NO_PROXY excepts an address. An entry is a name, which stands for all names under it too (also written
 * `.name` or `*.name`), an IP address or a CIDR range, each with a port or without; `*` is everything. Nothing is resolved.
 */
export const isExcepted = ({ hostname, port, protocol }: URL, list: string): boolean => {
  const host = hostname.replace(/^\[|\]$|\.+$/g, '');
  const reached = port || (protocol === 'http:' ? '80' : '443');
  return list.split(/[\s,;]+/).some((entry) => {
    if (entry === '*') return true;
    const { name, only } = entryOf(entry);
    return (only === undefined || Number(only) === Number(reached)) && covers(name, host);
  });
};

/** An IPv6 address without brackets has colons of its own. */
const entryOf = (entry: string): { readonly name: string; readonly only: string | undefined } => {
  const [, name = entry, only] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  return { name: name.replace(/[[\]]/g, ''), only };
};

const covers = (name: string, host: string): boolean => {
  if (isIP(host) !== 0) return isInRange(name, host);
  const domain = domainToASCII(name.replace(/^\*?\./, '').replace(/\.+$/, ''));
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
};

const isInRange = (range: string, address: string): boolean => {
  const [start = '', prefix, ...more] = range.split('/');
  const bits = isIP(start) === 6 ? 128 : 32;
  const length = Number(prefix ?? bits);
  const isRange = isIP(start) !== 0 && /^\d*$/.test(prefix ?? '') && length <= bits && more.length === 0;
  if (!isRange) return false;
  const list = new BlockList();
  list.addSubnet(start, length, familyOf(start));
  return list.check(address, familyOf(address));
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
