import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Contract, Fill, FilledElement } from '#contract/contract';
import { ContractError } from '#contract/folder/contract-error';
import { passwordPlaceholder, usernamePlaceholder } from '#contract/wire/placeholders';
import { textTypeOf } from '#documents/path/declared-text';
import { declarationsAt, type Reached } from '#documents/path/declarations-at';
import { setAt } from '#documents/path/edit';
import { select } from '#documents/path/select';
import { fromSchema } from '#documents/schema/from-schema';
import { createCheck } from '#documents/schema/values/check';
import { readSchema } from '#xml/schema/read';
import { serialize } from '#xml/serialize';
import { parsePath, type SimplePath } from '#xml/simple-path';
import type { XmlElement } from '#xml/tree';
import { rootOf } from './draft/role-schema.ts';
import { openNumber, referenceOf } from './marks.ts';

/** Under which run and number a message goes. */
export interface Numbered {
  readonly runId: string;
  readonly number: string;
}

/** The element, the same each time for one number. */
export type ElementWriter = (numbered: Numbered) => XmlElement;

interface Filling {
  readonly path: SimplePath;
  readonly textFor: (numbered: Numbered) => string;
}

/** Makes an element by its schema, with what the contract has it filled with; throws `ContractError`, with the line, for what can't be. */
export const elementWriter = (contract: Contract, block: FilledElement): ElementWriter => {
  const model = readSchema(contract.files, contract.schemas.message);
  const root = rootOf(model, block.element);
  const reachedBy = block.fills.map((fill) => {
    const path = parsePath(fill.at, contract.namespaces) ?? [];
    const reached = declarationsAt(model, { declaration: root, trail: [] }, path);
    if (reached.length > 0) return { fill, path, reached };
    throw new ContractError(
      fill.place,
      `"${fill.at}" finds nothing in ${block.element.name}; give a path of child and attribute steps that the schema has`,
    );
  });
  const present = new Set(reachedBy.flatMap(({ reached }) => reached.flatMap(idsOf)));
  const filled = new Set(reachedBy.flatMap(({ reached }) => reached.map(({ declaration }) => declaration.id)));
  const trees = fromSchema(model, block.element, { present, filled, maxDepth: 0, maxRepeat: 1 });
  const [made] = fc.sample(trees, some).toSorted((one, other) => serialize(one).length - serialize(other).length);
  const fillings = reachedBy.map(({ fill, path, reached }): Filling => ({ path, textFor: textFor(fill, reached) }));
  if (made === undefined) throw new ContractError(block.place, `no ${block.element.name} could be made`);
  return (numbered) => fillings.reduce((tree, { path, textFor: text }) => put(tree, path, text(numbered)), made);
};

const writers = new WeakMap<Contract, readonly ElementWriter[]>();

/** The header blocks that a contract has each message bear, the same each time for one number; a number is one message. */
export const ownHeaders = (contract: Contract, numbered: Numbered): readonly XmlElement[] => {
  const own = writers.get(contract) ?? contract.service.headers.map((block) => elementWriter(contract, block));
  writers.set(contract, own);
  return own.map((write) => write(numbered));
};

/** The same for a message that is no delivery. */
export const ownHeadersOf = (contract: Contract): readonly XmlElement[] =>
  ownHeaders(contract, { runId: contract.digest, number: openNumber });

/** Enough for one that has little besides what must be there. */
const some = { seed: 1, numRuns: 50 };

const idsOf = ({ declaration, trail }: Reached): readonly string[] => [...trail, declaration].map(({ id }) => id);

const put = (tree: XmlElement, path: SimplePath, text: string): XmlElement =>
  select(tree, { steps: [], attribute: undefined }, path).reduce(
    (edited, location) => setAt(edited, location, text),
    tree,
  );

const textFor = (fill: Fill, reached: readonly Reached[]): ((numbered: Numbered) => string) => {
  const { from, text } = fill;
  if (from === undefined) return () => text;
  if (from === 'username') return () => usernamePlaceholder;
  if (from === 'password') return () => passwordPlaceholder;
  const form = forms[from].find((one) => takes(reached, one(sample)));
  if (form !== undefined) return form;
  throw new ContractError(
    fill.place,
    `"${fill.at}" takes no ${from} of ours, such as "${forms[from][0](sample)}"; give it a text`,
  );
};

const sample: Numbered = { runId: 'run', number: openNumber };

const check = createCheck();

const takes = (reached: readonly Reached[], text: string): boolean =>
  reached.every((one) => {
    const type = textTypeOf(one);
    return type === undefined || check(type, text) === 'yes';
  });

type Form = (numbered: Numbered) => string;

const hashOf = ({ runId, number }: Numbered): string => createHash('sha256').update(`${runId} ${number}`).digest('hex');

/** A UUID of version 4 (RFC 9562 section 5.4), by the digits of a hash. */
const uuid: Form = (numbered) => hashOf(numbered).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

const forms: Readonly<Record<'id' | 'reference', readonly [Form, ...Form[]]>> = {
  id: [
    uuid,
    (numbered) => `urn:uuid:${uuid(numbered)}`,
    (numbered) => hashOf(numbered).slice(0, 32),
    ({ number }) => `3PAS-${number}`,
    ({ number }) => String(Number(number) + 1),
  ],
  reference: [({ runId, number }) => referenceOf(runId, number), ({ number }) => String(Number(number) + 1)],
};
