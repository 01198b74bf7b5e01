import type { Bilingual } from '#contract/texts/bilingual';
import { nearest } from '#contract/texts/nearest';
import { listed, quoted } from '#contract/texts/quoted';
import type { QName } from '#xml/qname';

/** That a part of a request stands where the request itself belongs. */
export const unwrappedText = (name: string, around: QName): Bilingual => ({
  nl: `${name} staat er zonder ${around.name} eromheen. Zet het in <${around.name} xmlns=${quoted(around.namespace)}>.`,
  en: `${name} stands there without ${around.name} around it. Put it in <${around.name} xmlns=${quoted(around.namespace)}>.`,
});

/** How an element differs from the requests that a service knows, and what to do. */
export const unknownRequestText = ({ name, namespace }: QName, known: readonly QName[]): Bilingual => {
  const same = known.find((one) => one.name === name);
  if (same !== undefined)
    return {
      nl: `${name} staat ${namespace === '' ? 'in geen naamruimte' : `in de naamruimte ${quoted(namespace)}`}. Zet het in de naamruimte ${quoted(same.namespace)}.`,
      en: `${name} is in ${namespace === '' ? 'no namespace' : `the namespace ${quoted(namespace)}`}. Put it in the namespace ${quoted(same.namespace)}.`,
    };
  if (name === 'Envelope')
    return {
      nl: 'Er staat nog een envelop in. Zet er één envelop omheen.',
      en: 'It holds another envelope. Put one envelope around the request.',
    };
  const names = known.map((one) => one.name);
  const near = nearest(name, names);
  const way = near === undefined ? [listed(names, 'of'), listed(names, 'or')] : [near, near];
  return {
    nl: `Het heet ${name}. Noem het ${way[0] ?? ''}, zoals in de WSDL.`,
    en: `Its name is ${name}. Call it ${way[1] ?? ''}, as the WSDL does.`,
  };
};
