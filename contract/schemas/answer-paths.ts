import { qName } from '#xml/ncname';
import { attributeNamed, declarationAt } from '#xml/schema/declarations';
import { type SchemaModel } from '#xml/schema/model';
import type { Place } from '#xml/place';
import type { QName } from '#xml/qname';
import { ContractError } from '../folder/contract-error.ts';
import { expand, type Namespaces, shown } from '../folder/qname.ts';

/** An expression that must find something below a root element. */
export interface AnswerPath {
  readonly root: QName;
  readonly at: string;
  readonly place: Place;
}

/**
 * Throws `ContractError` when a path of child steps, with an attribute at the end or not, leads to nothing that the
 * schema declares. No example shows an answer, so a path of another form is taken on trust.
 */
export const mustLeadSomewhere = (
  { root, at, place }: AnswerPath,
  model: SchemaModel,
  namespaces: Namespaces,
): void => {
  const [, way = '', attribute] = plainPath.exec(at) ?? [];
  if (way === '' && attribute === undefined) return;
  const steps = way.split('/').filter((step) => step !== '');
  const found = declarationAt(model, [root, ...steps.map((step) => expand(step, namespaces, place))]);
  const leads = attribute === undefined || (found && attributeNamed(found.type, expand(attribute, namespaces, place)));
  if (found !== undefined && leads) return;
  throw new ContractError(place, `XPath "${at}" finds nothing in ${shown(root)} of ${model.entry}; correct it`);
};

const plainPath = new RegExp(`^((?:${qName}/)*(?:${qName})?)(?:@(${qName}))?$`, 'u');
