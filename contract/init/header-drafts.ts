import { keyOf, type QName } from '#xml/qname';
import type { SchemaModel } from '#xml/schema/model';
import { ContractError } from '../folder/contract-error.ts';
import { shown } from '../folder/qname.ts';
import type { PortOperation } from '../wsdl/wsdl.ts';
import { placesIn, type SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import type { Vocabulary } from './vocabulary.ts';
import { likeness } from './words.ts';

const sources = ['username', 'password', 'id', 'reference'] as const;

/** A header block that messages must bear, as it is written in the description. */
export interface HeaderDraft {
  readonly element: QName;
  readonly fill: readonly { readonly at: string; readonly from: (typeof sources)[number]; readonly isGuess: boolean }[];
  /** Places that the schema fills with any value. */
  readonly others: readonly string[];
}

interface Source {
  readonly model: SchemaModel;
  readonly prefixes: Prefixes;
  readonly vocabulary: Vocabulary;
}

/** The header blocks that an operation asks for; throws `ContractError` for one that no schema declares. */
export const headerDraftsOf = (
  { model, prefixes, vocabulary: { header } }: Source,
  { name, headers }: PortOperation,
): readonly HeaderDraft[] =>
  headers.flatMap(({ value: element, place }) => {
    if (element === undefined) return [];
    const declaration = model.elements.get(keyOf(element));
    if (declaration === undefined)
      throw new ContractError(
        place,
        `${name} can't be taken: no schema declares ${shown(element)}, which its header must have`,
      );
    prefixes.of(element.namespace);
    const inside = placesIn(model, declaration).filter(({ kind }) => kind === 'text' || kind === 'number');
    const isText = declaration.type.kind === 'simple' && declaration.value === undefined;
    const leaves: readonly Leaf[] = isText ? [{ steps: [] }] : inside;
    const fill = sources.flatMap((from) => {
      const best = leaves
        .map((leaf) => ({ leaf, score: likeness(nameOf(leaf) ?? element.name, header[from]) }))
        .toSorted((one, other) => other.score - one.score)[0];
      return best !== undefined && best.score >= 0.75
        ? [{ at: prefixes.path(best.leaf), from, isGuess: best.score < 0.9 }]
        : [];
    });
    const once = fill.filter(({ at }, index) => fill.findIndex((other) => other.at === at) === index);
    const others = leaves.map((leaf) => prefixes.path(leaf)).filter((at) => !once.some((one) => one.at === at));
    return [{ element, fill: once, others }];
  });

/** A text in the block, or that of a block without elements. */
type Leaf = Pick<SchemaPlace, 'steps'>;

const nameOf = ({ steps }: Leaf): string | undefined => steps.at(-1)?.name.name;
