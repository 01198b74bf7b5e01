import { isLeaf } from '#xml/schema/content';
import { declaredIn } from '#xml/schema/declarations';
import type { Particle, SchemaModel } from '#xml/schema/model';
import { nameMessages } from '#xml/schema/naming';
import { accepts } from '#xml/schema/read-children';
import { elementsOf, type XmlElement } from '#xml/tree';
import type { XmlMessage } from '#xml/xml-error';

/**
 * Is a message of libxml2 about children that it counts wrongly: those of a content model in which a group that repeats holds parts
 * that repeat or may be left out, and which our reader of content models, another than what made them, takes.
 */
export const isMiscounted = (model: SchemaModel, tree: XmlElement, message: XmlMessage): boolean => {
  if (!/This element is not expected|Missing child element/.test(message.message)) return false;
  const [named] = nameMessages(model, { tree }, [message]);
  if (named === undefined) return false;
  const particles = [named.path, named.path.slice(0, -1)].map((path) => contentAt(model, tree, path));
  return (
    particles.every((one) => one === undefined || accepts(one.particle, one.children, model)) &&
    particles.some((one) => one !== undefined && repeatsWithin(one.particle))
  );
};

interface Content {
  readonly particle: Particle;
  readonly children: readonly XmlElement[];
}

const contentAt = (model: SchemaModel, tree: XmlElement, path: readonly number[]): Content | undefined => {
  const type = declaredIn(model, tree, path)?.type;
  if (type?.kind !== 'complex' || type.particle === undefined) return undefined;
  const node = path.reduce((now, index) => elementsOf(now)[index] ?? now, tree);
  return { particle: type.particle, children: elementsOf(node) };
};

const repeatsWithin = ({ term, max }: Particle): boolean =>
  !isLeaf(term) && ((max > 1 && term.particles.some(isElastic)) || term.particles.some(repeatsWithin));

const isElastic = ({ term, min, max }: Particle): boolean =>
  min !== max || max > 1 || (!isLeaf(term) && term.particles.some(isElastic));
