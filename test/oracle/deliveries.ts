import fc from 'fast-check';
import type { Contract, Role } from '#contract/contract';
import type { QName } from '#xml/qname';
import { validDelivery, type Delivery } from '#generators/delivery';
import { Unbreakable } from '#generators/delivery-error';
import type { Generation } from '#generators/generation';
import { violable, violation } from '#generators/violation';
import { parseTree } from '#xml/parse';
import { serialize } from '#xml/serialize';
import type { XmlElement } from '#xml/tree';
import { judgeWithLibxml } from './libxml.ts';
import { type Verdict } from '#documents/judge/xerces';
import { judgeWithXerces } from './xerces.ts';

/** A delivery as the validators see it: its documents, each with the schema that it is of. */
export interface Shown {
  readonly documentType: string;
  /** The constraint that it breaks, and how; undefined for a valid one. */
  readonly breaks: { readonly constraint: string; readonly operator: string; readonly edited: string } | undefined;
  readonly parts: readonly Part[];
}

interface Part {
  readonly schema: string;
  readonly bytes: Uint8Array;
}

/** Which deliveries are made: so many of a document type, and so many for each constraint of a schema that it can break. */
export interface Making {
  readonly documentType: string;
  readonly valid: number;
  readonly violations: number;
  readonly seed: number;
}

/** A sample is held in memory as a whole. */
const drawnAtOnce = 500;

/** Valid deliveries, and violations of each constraint of a schema. */
export function* deliveriesOf(generation: Generation, making: Making): Generator<Shown> {
  const { documentType, seed } = making;
  const { contract } = generation;
  for (let from = 0; from < making.valid; from += drawnAtOnce) {
    const numRuns = Math.min(drawnAtOnce, making.valid - from);
    for (const one of fc.sample(validDelivery(generation, documentType), { seed: seed + from, numRuns }))
      yield shownOf(contract, one, undefined);
  }
  const all = violable(generation, documentType).filter((one) => one.violable && one.constraint.kind === 'schema');
  for (const { constraint } of all) yield* violationsOf(generation, making, constraint.id);
}

function* violationsOf(
  generation: Generation,
  { documentType, violations, seed }: Making,
  constraint: string,
): Generator<Shown> {
  try {
    const made = fc.sample(violation(generation, documentType, constraint), { seed, numRuns: violations });
    for (const one of made) yield shownOf(generation.contract, one, one);
  } catch (error) {
    if (!(error instanceof Unbreakable)) throw error;
  }
}

const shownOf = (contract: Contract, { draft, documentType, message }: Delivery, breaks: Shown['breaks']): Shown => ({
  documentType,
  breaks: breaks && { constraint: breaks.constraint, operator: breaks.operator, edited: breaks.edited },
  parts: [
    { schema: contract.schemas.message, bytes: encoded(requestIn(parseTree(message('000000000000')))) },
    ...Object.values(draft.payloads)
      .flatMap(({ files }) => files)
      .flatMap(({ content }): readonly Part[] => {
        if (content instanceof Uint8Array) return [];
        return [{ schema: schemaOf(contract, content, breaks?.constraint), bytes: encoded(content) }];
      }),
  ],
});

/** What stands in the Body of an envelope. */
const requestIn = (envelope: XmlElement): XmlElement => {
  const [body] = envelope.children.filter((child) => typeof child !== 'string' && child.name === 'Body');
  const content = typeof body === 'object' ? body.children.find((child) => typeof child !== 'string') : undefined;
  if (typeof content !== 'object') throw new Error('the envelope has no body');
  return content;
};

const encoded = (tree: XmlElement): Uint8Array => Buffer.from(serialize(tree));

/** The schema of a payload, by its root; where that is what was spoiled, by the constraint. */
const schemaOf = (contract: Contract, { namespace, name }: XmlElement, broken: string | undefined): string => {
  const all = payloadsIn(contract.roles);
  const byRoot = all.find(({ root }) => root.namespace === namespace && root.name === name)?.schema;
  const schema = byRoot ?? broken?.slice(0, broken.indexOf('#'));
  if (schema === undefined) throw new Error(`no schema of the contract has a root ${name}`);
  return schema;
};

const payloadsIn = (roles: readonly Role[]): readonly { readonly schema: string; readonly root: QName }[] =>
  roles.flatMap(({ payload, roles: inner }) => [
    ...(payload === undefined ? [] : [payload, ...payloadsIn(payload.roles)]),
    ...payloadsIn(inner),
  ]);

/** What a validator says otherwise than it was meant, in one line each. */
export const disputesIn = async (contract: Contract, all: readonly Shown[]): Promise<readonly string[]> => {
  const parts = all.flatMap((one, index) => one.parts.map((part) => ({ ...part, index })));
  const groups = [...Map.groupBy(parts, ({ schema }) => schema)];
  const batches = groups.map(([schema, own]) => ({
    files: entryFirst(contract.files, schema),
    documents: own.map(({ bytes }) => bytes),
  }));
  const judged = { Xerces: await judgeWithXerces(batches), libxml2: batches.map(judgeWithLibxml) };
  return Object.entries(judged).flatMap(([validator, verdicts]) => {
    const found = all.map((): Verdict[] => []);
    groups.forEach(([, own], group) => {
      own.forEach(({ index }, at) => found[index]?.push(verdicts[group]?.[at] ?? noVerdict));
    });
    return all.flatMap((one, index) => disputeOf(validator, one, found[index] ?? []));
  });
};

const noVerdict: Verdict = { kind: 'broken', message: 'no verdict' };

const entryFirst = (files: Contract['files'], entry: string): Contract['files'] => {
  const schemas = [...files].filter(([name]) => name.endsWith('.xsd') && name !== entry);
  return new Map([[entry, files.get(entry) ?? new Uint8Array()], ...schemas]);
};

/** All documents of a valid delivery are valid; of a violation at least one is not, and the rest is. */
const disputeOf = (
  validator: string,
  { breaks, documentType }: Shown,
  verdicts: readonly Verdict[],
): readonly string[] => {
  const others = verdicts.filter(({ kind }) => kind !== 'valid');
  const isRight =
    breaks === undefined ? others.length === 0 : others.length > 0 && others.every(({ kind }) => kind === 'invalid');
  if (isRight) return [];
  const what =
    breaks === undefined ? 'a valid delivery' : `${breaks.constraint} broken by ${breaks.operator} at ${breaks.edited}`;
  const [first] = others;
  return [
    `${documentType}: ${what}: ${validator} says ${first === undefined ? 'valid' : `${first.kind}: ${first.message}`}`,
  ];
};
