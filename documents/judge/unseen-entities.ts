import type { SchemaModel } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import type { XmlMessage } from '#xml/xml-error';
import { entityTextsIn } from '../schema/document-text.ts';
import { wordsOf } from '../schema/values/words.ts';

const noValue = /: '([^]*)' is not a valid value of the (?:local )?(?:atomic|list|union) type\b/;

/**
 * Is a message of libxml2 about the text of an element that names unparsed entities, which the document declares: it finds
 * those of attributes only. What breaks a facet has a message of its own.
 */
export const isUnseenEntity = (model: SchemaModel, tree: XmlElement, { message }: XmlMessage): boolean => {
  const text = noValue.exec(message)?.[1];
  return text !== undefined && entityTextsIn(model, tree).some((one) => one === text || wordsOf(one).includes(text));
};
