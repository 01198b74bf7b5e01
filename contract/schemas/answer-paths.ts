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
export const mustLeadSomewhere = (path: AnswerPath, model: SchemaModel, namespaces: Namespaces): void => {
  const { root, at, place } = path;
  if (waysIn(at).some((way) => leads({ ...path, at: way }, model, namespaces))) return;
  throw new ContractError(place, `XPath "${at}" finds nothing in ${shown(root)} of ${model.entry}; correct it`);
};

/** Of a path with several ways, joined by `|`, the one that leads to something in this root; the path itself where there is one. */
export const wayIn = (path: AnswerPath, model: SchemaModel, namespaces: Namespaces): string => {
  const ways = waysIn(path.at);
  return ways.find((way) => ways.length === 1 || leads({ ...path, at: way }, model, namespaces)) ?? path.at;
};

const waysIn = (at: string): readonly string[] => {
  const ways = at.split('|').map((way) => way.trim());
  return ways.every((way) => plainPath.test(way)) ? ways : [at];
};

const leads = ({ root, at, place }: AnswerPath, model: SchemaModel, namespaces: Namespaces): boolean => {
  const [, way = '', attribute] = plainPath.exec(at) ?? [];
  if (way === '' && attribute === undefined) return true;
  const steps = way.split('/').filter((step) => step !== '');
  const found = declarationAt(model, [root, ...steps.map((step) => expand(step, namespaces, place))]);
  if (found === undefined) return false;
  return attribute === undefined || attributeNamed(found.type, expand(attribute, namespaces, place)) !== undefined;
};

const plainPath = new RegExp(`^((?:${qName}/)*(?:${qName})?)(?:@(${qName}))?$`, 'u');
