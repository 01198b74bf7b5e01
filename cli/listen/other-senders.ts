import { isIP } from 'node:net';
import type { Exchange, Inbound } from '#contract/wire/exchange';

/** Marks what others sent than the senders that a vendor names; where it names none, or it can't be told who sent it, all stays as it is. */
export const othersMarked = (senders: readonly string[]): ((exchange: Exchange) => Exchange) => {
  const [names, tellsAddress] = [senders.map(namedBy), senders.some((one) => isIP(one) !== 0)];
  return (exchange) => {
    const { inbound } = exchange;
    if (inbound === undefined || names.length === 0) return exchange;
    const isTold = inbound.note?.sender !== undefined || tellsAddress;
    if (!isTold || names.some((isNamed) => isNamed(inbound))) return exchange;
    return { ...exchange, inbound: { ...inbound, note: { ...inbound.note, isOther: true } } };
  };
};

/** Tells whether what came in is of a sender with this username, name in the path, address, or fingerprint of a certificate (SHA-256). */
const namedBy = (name: string): ((inbound: Inbound) => boolean) => {
  const fingerprint = hexIn(name);
  return ({ note, peer }) => {
    const { sender } = note ?? {};
    if (sender === name || addressIn(peer) === name) return true;
    // Of a certificate the first digits are noted.
    return sender?.startsWith('sha256:') === true && fingerprint.startsWith(hexIn(sender));
  };
};

const hexIn = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^sha-?256[:=]/, '')
    .replaceAll(':', '');

/** An address of IPv4 as such, however the system writes it. */
const addressIn = (peer: string): string => peer.replace(/^::ffff:(?=\d+\.)/i, '');
