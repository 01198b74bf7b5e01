import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import { attempt, attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { groundsIn } from './grounding.ts';
import { type Files } from '../folder/file-names.ts';
import { parseFile } from '../folder/parse-file.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema';
const declarations = new Set(['element', 'attribute', 'simpleType', 'complexType']);
const facets = new Set([
  'length',
  'minLength',
  'maxLength',
  'pattern',
  'minInclusive',
  'maxInclusive',
  'minExclusive',
  'maxExclusive',
  'totalDigits',
  'fractionDigits',
]);

/**
 * Throws `ContractError` for a named declaration or a facet without a ground of its own, unless one ground stands for
 * the schema as a whole. An enumeration rests on the ground of its type.
 */
export const mustBearGrounds = (names: readonly string[], files: Files): void => {
  attemptEach(names, (name) => {
    const root = parseFile(name, files.get(name) ?? new Uint8Array());
    if (!bearsGround(root, name)) mustBear(root, name);
  });
};

const mustBear = (node: XmlElement, file: string): void => {
  for (const child of elementsOf(node).filter((one) => one.namespace === xsd)) {
    attempt(() => {
      mustHaveOne(child, file);
    });
    mustBear(child, file);
  }
};

const mustHaveOne = (node: XmlElement, file: string): void => {
  if (!needsGround(node) || bearsGround(node, file)) return;
  throw new ContractError(
    { file, line: node.line ?? 0 },
    `xs:${node.name}${nameOf(node)} has no ground; add an xs:annotation with g:ground`,
  );
};

const needsGround = (node: XmlElement): boolean =>
  facets.has(node.name) || (declarations.has(node.name) && attributeOf(node, 'name') !== undefined);

const bearsGround = (node: XmlElement, file: string): boolean =>
  elementsOf(node)
    .filter((child) => child.namespace === xsd && child.name === 'annotation')
    .some((annotation) => groundsIn(annotation, file).some((ground) => ground.aspects.length === 0));

const nameOf = (node: XmlElement): string => {
  const name = attributeOf(node, 'name') ?? attributeOf(node, 'value');
  return name === undefined ? '' : ` "${name}"`;
};
