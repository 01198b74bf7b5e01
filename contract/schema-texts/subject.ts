import type { Bilingual } from '../texts/bilingual.ts';
import type { SchemaFault } from './schema-fault.ts';

/** What a sentence about a fault begins with: the element, or the attribute of it. */
export const subjectOf = ({ element, attribute }: Pick<SchemaFault, 'element' | 'attribute'>): Bilingual =>
  attribute === undefined
    ? { nl: element, en: element }
    : { nl: `Attribuut ${attribute} van ${element}`, en: `Attribute ${attribute} of ${element}` };
