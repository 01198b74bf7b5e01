import type { Service } from '../contract.ts';
import { deliveriesOf } from '../deliveries.ts';

const firstInBody =
  /<(?:[^\s:<>/]+:)?Body(?=[\s>])(?:"[^"]*"|'[^']*'|[^"'>])*>\s*<(?:([^\s:<>/]+):)?([^\s<>/]+)(?:"[^"]*"|'[^']*'|[^"'>])*/;

/**
 * The SOAPAction of a message by the request that its Body begins with, whatever else is wrong with it; that of the common operation
 * where it begins with none. Namespaces count where two requests have one local name.
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
  const [begin, prefix, name] = firstInBody.exec(text) ?? [];
  const named = deliveries.filter(({ request }) => request.name === name);
  if (begin === undefined || named.length < 2) return (named[0] ?? common).action;
  const above = text.slice(0, text.indexOf(begin) + begin.length);
  return (named.find(({ request }) => request.namespace === namespaceIn(above, prefix)) ?? named[0] ?? common).action;
};

/** The namespace that was last declared for a prefix; for none where there is no declaration. */
const namespaceIn = (text: string, prefix: string | undefined): string => {
  const declarations = [...text.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  const own = declarations.findLast(([, declared]) => declared === prefix);
  return own?.[2] ?? own?.[3] ?? '';
};
