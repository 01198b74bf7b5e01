import type { Bilingual } from '../texts/bilingual.ts';
import { nearest } from '../texts/nearest.ts';
import { listed, quoted } from '../texts/quoted.ts';
import type { SchemaFault } from './schema-fault.ts';

interface Name {
  readonly namespace: string;
  readonly name: string;
}

/** The names in: Expected is one of ( {ns}Titel, {ns}Rubriek ). Wildcards are no names. */
const expectedIn = (message: string): readonly Name[] => {
  const [, names = ''] = /Expected is (?:one of )?\( ([^]*) \)/.exec(message) ?? [];
  return names.split(', ').flatMap((one) => {
    const [, namespace = '', name = ''] = /^(?:\{([^}]*)\})?([^{}*]+)$/.exec(one.trim()) ?? [];
    return name === '' || name.startsWith('##') ? [] : [{ namespace, name }];
  });
};

/** What may stand at a place, in words; empty where libxml2 names nothing. */
export const expectedText = ({ message }: Pick<SchemaFault, 'message'>): Bilingual => {
  const names = expectedIn(message).map(({ name }) => name);
  return { nl: listed(names, 'of'), en: listed(names, 'or') };
};

/** What an element most likely was meant to be: a name like it that may stand at the place. */
export const meantName = ({ element, message }: SchemaFault): string | undefined => {
  const names = expectedIn(message).map(({ name }) => name);
  const near = nearest(element, names);
  return near === element ? undefined : near;
};

/** That an element which may stand at the place is in another namespace; undefined where that is not so. */
export const namespaceText = ({ element, namespace, message }: SchemaFault): Bilingual | undefined => {
  const wanted = expectedIn(message).find((one) => one.name === element && one.namespace !== namespace);
  if (wanted === undefined) return undefined;
  const there = wanted.namespace;
  return {
    nl: `${element} staat ${namespace === '' ? 'in geen naamruimte' : `in de naamruimte ${quoted(namespace)}`}. ${there === '' ? 'Zet het in geen naamruimte' : `Zet het in de naamruimte ${quoted(there)}`}.`,
    en: `${element} is in ${namespace === '' ? 'no namespace' : `the namespace ${quoted(namespace)}`}. Put it in ${there === '' ? 'none' : `the namespace ${quoted(there)}`}.`,
  };
};
