import fc from 'fast-check';
import { changeAt, withText } from '#documents/path/replace';
import { builtinsOf } from '#documents/schema/values/atomic';
import { createCheck } from '#documents/schema/values/check';
import { whiteSpaceOf } from '#documents/schema/values/white-space';
import { sitesOf } from '#documents/violation/sites';
import type { SimpleType } from '#xml/schema/model';
import { type XmlElement, textOf } from '#xml/tree';
import type { Generation } from './generation.ts';
import type { Transfer } from './transfer.ts';

/**
 * A request whose numbers, dates and base64 are written as XML Schema lets them be (part 2, 3.2.3, 3.3.13 and 4.3.6): white space
 * around them, and whole numbers with a plus or a zero in front.
 */
export const equalValues = (usual: Transfer, { contract, workshop }: Generation): fc.Arbitrary<Transfer> => {
  const model = workshop.modelOf(contract.schemas.message);
  const check = createCheck();
  return fc.constantFrom('+', '0').map((front) => {
    const otherwise = (type: SimpleType, text: string): string => {
      const isWhole = builtinsOf(type).includes('integer') && /^\d/.test(text);
      const value = isWhole && check(type, front + text) === 'yes' ? front + text : text;
      return `\n    ${value} `;
    };
    const inRequest = (request: XmlElement): XmlElement =>
      sitesOf(model, request).reduce((open, site) => {
        const { type, node } = site;
        const text = textOf(node);
        // libxml2 does not take white space around a date that stands beside attributes.
        if (type.kind !== 'simple' || text === '' || !isCollapsed(type)) return open;
        return changeAt(open, site.indices, (one) => withText(one, otherwise(type, text)));
      }, request);
    return { ...usual, inRequest };
  });
};

/** The members of a union have each their own way. */
const isCollapsed = (type: SimpleType): boolean => type.variety === 'atomic' && whiteSpaceOf(type) === 'collapse';
