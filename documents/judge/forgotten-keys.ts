import type { SchemaModel } from '#xml/schema/model';
import { nameMessages } from '#xml/schema/naming';
import type { XmlElement } from '#xml/tree';
import type { XmlMessage } from '#xml/xml-error';
import { identitiesAt, isReferredTo } from '../schema/ties/table.ts';
import { allOf, workOn } from '../schema/ties/work.ts';

/**
 * Is a message of libxml2 about a reference to a key that several elements below state, each for itself: of those that share
 * a value it forgets other values too.
 */
export const isForgottenKey = (model: SchemaModel, tree: XmlElement, message: XmlMessage): boolean => {
  if (!message.message.includes('No match found for key-sequence')) return false;
  const [named] = nameMessages(model, { tree }, [message]);
  return allOf(workOn(model, tree)).some((work) =>
    identitiesAt(work).some((keyref) => {
      if (keyref.id !== named?.constraint) return false;
      const holders = allOf(work).filter((below) => identitiesAt(below).some((key) => isReferredTo(key, keyref)));
      return holders.length > 1;
    }),
  );
};
