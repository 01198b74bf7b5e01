import { isIPv4, isIPv6 } from 'node:net';
import type { Lookup } from './environment.ts';
import { isBlank, shown } from './written.ts';

/** The environment variable that names the production endpoint, also to profiles of other phases. */
export const productionVariable = 'DROP_PRODUCTIE_URL';

/** The addresses of production that the environment names; or the part of the variable that is no address, in print. */
export type ProductionNamed = { readonly urls: readonly string[] } | { readonly unfit: string };

/**
 * Reads the variable: whole https URLs with white space between them. A browser would mend much of what is refused here
 * (`https:/host`, a full-width letter, a host in hexadecimal); but what is mended to another host than was meant protects nothing.
 */
export const readProduction = (environment: Lookup): ProductionNamed => {
  const said = environment[productionVariable];
  if (said === undefined) return { urls: [] };
  if (isBlank(said)) return { unfit: shown('') };
  const urls = said.split(/[ \t\r\n]+/).filter((one) => one !== '');
  const unfit = urls.find((one) => !isWhole(one)) ?? (urls.some(isFull) ? undefined : urls[0]);
  return unfit === undefined ? { urls } : { unfit: shown(unfit) };
};

/** Scheme, host, port and the rest; no user, and none of the marks that people put between or around addresses. */
const whole = /^https:\/\/(?<host>[\w.-]+|\[[\da-f:.]+\])(?::(?<port>\d{1,5}))?(?<rest>[/?#][\w\-.~%/?#&=+]*)?$/i;

const isWhole = (text: string): boolean => {
  const { host = '', port = '443', rest = '' } = whole.exec(text)?.groups ?? {};
  return isHost(host) && Number(port) > 0 && Number(port) < 65_536 && !rest.includes('//') && URL.canParse(text);
};

/** A name of one part (`https://www`) may be a gateway of the network, and is mostly half an address: alone it does not tell what production is. */
const isFull = (url: string): boolean => {
  const host = new URL(url).hostname.replace(/\.$/, '');
  return host === 'localhost' || /[.:\]]/.test(host);
};

const isHost = (host: string): boolean => {
  if (host.startsWith('[')) return isIPv6(host.slice(1, -1));
  const labels = host.replace(/\.$/, '').split('.');
  if (labels.some((label) => !/^\w(?:[\w-]*\w)?$/.test(label))) return false;
  // What ends in a number is an IPv4 address to a URL, in whatever form.
  return isIPv4(host) || !/^(?:\d+|0x[\da-f]*)$/i.test(labels.at(-1) ?? '');
};
