import { didYouMean } from '#contract/texts/nearest';
import type { SchemaModel } from '#xml/schema/model';
import type { QName } from '#xml/qname';
import { DocumentError } from '#documents/document-error';
import { rootsOf, rootText } from '#documents/subject';

/** A root by its local name where that is enough, or as `{namespace}name`; throws `DocumentError` with the nearest. */
export const namedRoot = (model: SchemaModel, said: string): QName => {
  const roots = rootsOf(model);
  const found = roots.filter((one) => rootText(one) === said || one.name === said);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only !== undefined)
    throw new DocumentError(`root "${said}" can be ${found.map(rootText).join(' or ')}; say which`);
  const isAbstract = [...model.elements.values()].some(({ name }) => name.name === said);
  const names = [...new Set(roots.map(({ name }) => name))];
  const why = isAbstract ? 'is abstract: only what substitutes it can be a root' : 'is no global element';
  throw new DocumentError(`root "${said}" ${why}${didYouMean(said, names)} (roots: ${shortList(names)})`);
};

const shortList = (names: readonly string[]): string =>
  names.length <= 20 ? names.join(', ') : `${names.slice(0, 20).join(', ')} and ${String(names.length - 20)} more`;
