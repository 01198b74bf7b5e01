import type { Service } from '../contract.ts';
import { deliveriesOf } from '../deliveries.ts';

const firstInBody = /<(?:[^\s:<>/]+:)?Body(?=[\s>])(?:"[^"]*"|'[^']*'|[^"'>])*>\s*<(?:[^\s:<>/]+:)?([^\s<>/]+)/;

/**
 * The SOAPAction of a message by the request that its Body begins with, whatever else is wrong with it; that of the common operation
 * where it begins with none.
 */
export const actionOf = (service: Pick<Service, 'deliver' | 'deliverOf'>, message: Uint8Array): string => {
  const deliveries = deliveriesOf(service);
  const [common] = deliveries;
  if (deliveries.length === 1) return common.action;
  // Names of requests are ASCII where it matters, so that UTF-16 reads as well.
  const text = Buffer.from(message)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/<!--[^]*?-->|<\?[^]*?\?>/g, '');
  const [, name] = firstInBody.exec(text) ?? [];
  return deliveries.find(({ request }) => request.name === name)?.action ?? common.action;
};
