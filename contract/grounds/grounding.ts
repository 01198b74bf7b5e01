import { attributeOf, type XmlElement } from '#xml/tree';
import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import { type Ground, type Grounding, grounds } from './ground.ts';
import { didYouMean } from '../texts/nearest.ts';

/** The namespace of grounds in schemas and rules. */
export const groundNamespace = 'urn:3pas:ground';

/** The ground with this standing; throws `ContractError` when the standing is unknown, or has no source and needs one. */
export const toGrounding = (standing: string, source: string | undefined, place: Place): Grounding => {
  const ground = grounds.find((one) => one === standing);
  if (ground === undefined)
    throw new ContractError(
      place,
      `standing "${standing}" is unknown${didYouMean(standing, grounds) || ';'} the standings are ${grounds.join(', ')}`,
    );
  return { ground, source: sourceOf(ground, source, place) };
};

const sourceOf = (ground: Ground, source: string | undefined, place: Place): string => {
  const text = source?.trim() ?? '';
  if (text === '' && ground !== 'assumed')
    throw new ContractError(place, `a ground that is ${ground} names no source; add it, or make it assumed`);
  return text;
};

/** A ground as an annotation holds it; without aspects it stands for all that is not named elsewhere. */
export interface NotedGround extends Grounding {
  readonly aspects: readonly string[];
}

/** The grounds that an `xs:annotation` holds in its `xs:appinfo`; throws `ContractError` when two stand for one thing. */
export const groundsIn = (annotation: XmlElement, file: string): readonly NotedGround[] => {
  const seen = new Set<string>();
  return groundElements(annotation).map((node) => {
    const place = { file, line: node.line ?? 0 };
    const noted = toNoted(node, place);
    for (const aspect of noted.aspects.length === 0 ? ['all'] : noted.aspects) {
      if (seen.has(aspect)) throw new ContractError(place, `one annotation holds two grounds for ${aspect}; keep one`);
      seen.add(aspect);
    }
    return noted;
  });
};

const toNoted = (node: XmlElement, place: Place): NotedGround => {
  const standing = attributeOf(node, 'standing');
  if (standing === undefined) throw new ContractError(place, 'the ground has no standing; add the attribute');
  const aspects = (attributeOf(node, 'aspects') ?? '').split(/\s+/).filter((aspect) => aspect !== '');
  return { ...toGrounding(standing, attributeOf(node, 'source'), place), aspects };
};

const groundElements = (node: XmlElement): readonly XmlElement[] =>
  node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.namespace === groundNamespace && child.name === 'ground' ? [child] : groundElements(child);
  });
