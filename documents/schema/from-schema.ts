import fc from 'fast-check';
import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import { keyOf, type QName } from '#xml/qname';
import type { XmlElement } from '#xml/tree';
import { createTable } from '../table.ts';
import { deferred } from './deferred.ts';
import { elementFor } from './element.ts';
import { GenerationError } from './generation-error.ts';
import { createLeading, type Leading } from './leading.ts';
import { checkMakeable } from './makeable.ts';
import type { Making, MakingOptions } from './making.ts';
import type { SchemaOptions } from './options.ts';
import { shareFor, usualElements } from './sizes.ts';
import { createShared, type Foundation } from './shared.ts';
import { keyFields, textFields } from './ties/key-fields.ts';
import { createTie, tied, type Tie } from './ties/tie.ts';

const usual = { maxDepth: 3, maxRepeat: 3 };

/** Roots that were found to have documents. */
const makeable = createTable<ElementDeclaration, true>();
const ties = createTable<SchemaModel, Tie | undefined>();
const fieldsOfKeys = createTable<SchemaModel, ReadonlySet<string>>();
const textsOfKeys = createTable<SchemaModel, ReadonlySet<string>>();
const leads = createTable<SchemaModel, Leading>();
/** Makings that ask for nothing, the last one for each root, and with each root for loose ones. */
const plainMakings = createTable<string, { last: Making | undefined }>();
/** By root, depth, repeats and size. */
const shares = createTable<string, number | undefined>();

/** Valid documents with a global element as root; throws `GenerationError` for what nothing valid can be made of. */
export const fromSchema = (model: SchemaModel, root: QName, options: SchemaOptions = {}): fc.Arbitrary<XmlElement> => {
  const declaration = rootOf(model, root);
  const making = createMaking(model, declaration, options);
  const tie = ties(making.memory, model, () => createTie(model, making.values));
  const trees = making.element(declaration, 0);
  if (tie === undefined) return trees;
  const isAlone = options.present !== undefined && options.present.size > 0 && !canTie(trees, tie);
  const loose = { ...options, isLoose: true };
  const used = isAlone ? createMaking(model, declaration, loose).element(declaration, 0) : trees;
  return tied(used, { tie, model, root: declaration });
};

/** Trees that are tried before more is made than what is asked for. */
const mostProbes = 40;

/** Whether one of some trees, always the same, can be mended. */
const canTie = (trees: fc.Arbitrary<XmlElement>, tie: Tie): boolean =>
  Array.from({ length: mostProbes }, (_, seed) => seed).some((seed) =>
    fc.sample(trees, { seed, numRuns: 1 }).some((tree) => tie(tree) !== undefined),
  );

/** The declaration of a global element; throws when the schema has none of that name. */
export const rootOf = (model: SchemaModel, name: QName): ElementDeclaration => {
  const declaration = model.elements.get(keyOf(name));
  if (declaration !== undefined) return declaration;
  const roots = [...model.elements.keys()].join(', ');
  throw new Error(`${model.entry} declares no element '${keyOf(name)}'; its global elements are ${roots}`);
};

/** The fields of keys are never left out. */
const withFields = (fields: ReadonlySet<string>, { present }: SchemaOptions): ReadonlySet<string> => {
  if (present === undefined) return fields;
  return fields.size === 0 ? present : new Set([...present, ...fields]);
};

interface Wanted {
  readonly model: SchemaModel;
  readonly root: ElementDeclaration;
  readonly options: MakingOptions;
}

/** The share of optional content with which documents stay small, whatever is wanted in them; throws where they can't. */
const shareOf = (foundation: Foundation, { model, root, options }: Wanted): number => {
  const { maxDepth = usual.maxDepth, maxRepeat = usual.maxRepeat, usualSize = usualElements } = options;
  const share = shares(foundation.memory, `${root.id} ${[maxDepth, maxRepeat, usualSize].join(' ')}`, () => {
    const element = (): never => {
      throw new TypeError('sizes are worked out without making anything');
    };
    return shareFor(
      { ...foundation, model, textFields: new Set(), options: { maxDepth, maxRepeat }, share: 1, element },
      { root, usualSize },
    );
  });
  if (share === undefined) throw new GenerationError(root, 'its smallest document has more elements than are made');
  return share;
};

/** Readers of XML refuse to go much deeper. */
const mostLevels = 200;

/** Creates the maker of the parts of documents with this root. */
export const createMaking = (model: SchemaModel, root: ElementDeclaration, options: MakingOptions): Making => {
  const made = new Map<ElementDeclaration, Map<number, fc.Arbitrary<XmlElement>>>();
  const foundation = (options.shared ?? createShared()).foundation(model, options);
  makeable(foundation.memory, root, () => {
    checkMakeable({ ...foundation, model, options }, root);
    return true;
  });
  if (foundation.levelsOf(root) > mostLevels)
    throw new GenerationError(root, `its documents can be more than ${String(mostLevels)} elements deep`);
  const wanted: Wanted = { model, root, options };
  const fields = fieldsOfKeys(foundation.memory, model, () => keyFields(model));
  const elsewhere = plainPart(foundation, wanted);
  const making: Making = {
    ...foundation,
    model,
    textFields: textsOfKeys(foundation.memory, model, () => textFields(model)),
    share: shareOf(foundation, wanted),
    options: { ...usual, ...options, present: withFields(fields, options) },
    element: (declaration, depth) => {
      if (elsewhere?.holds(declaration) === true) return elsewhere.making.element(declaration, depth);
      const depths = made.get(declaration) ?? new Map<number, fc.Arbitrary<XmlElement>>();
      made.set(declaration, depths);
      const make = (): fc.Arbitrary<XmlElement> => elementFor(making, declaration, depth);
      const known = depths.get(depth) ?? (making.recursive.has(declaration.type) ? deferred(make) : make());
      depths.set(depth, known);
      return known;
    },
  };
  return making;
};

interface PlainPart {
  readonly making: Making;
  /** Whether nothing that is asked for can be in an element, nor stand for it. */
  readonly holds: (declaration: ElementDeclaration) => boolean;
}

/** What does not depend on the components that are asked for is made once, however many are asked for in turn; undefined where none is. */
const plainPart = ({ memory }: Foundation, { model, root, options }: Wanted): PlainPart | undefined => {
  const { present, ...others } = options;
  if (present === undefined || present.size === 0 || options.shared === undefined) return undefined;
  const leading = leads(memory, model, () => createLeading(model))(present);
  if (leading === undefined) return undefined;
  const kept = plainMakings(memory, `${root.id} ${String(options.isLoose)}`, () => ({ last: undefined }));
  const known = kept.last !== undefined && isLike(kept.last.options, others) ? kept.last : undefined;
  const making = known ?? createMaking(model, root, others);
  kept.last = making;
  return { making, holds: (declaration) => !leading.has(declaration) };
};

const isLike = (one: MakingOptions, other: MakingOptions): boolean =>
  one.overrides === other.overrides &&
  one.filled === other.filled &&
  one.absent === other.absent &&
  one.usualSize === other.usualSize &&
  one.maxDepth === (other.maxDepth ?? usual.maxDepth) &&
  one.maxRepeat === (other.maxRepeat ?? usual.maxRepeat);
