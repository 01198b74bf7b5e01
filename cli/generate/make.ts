import fc from 'fast-check';
import { Unbreakable } from '#generators/delivery-error';
import { type Delivery, validDelivery } from '#generators/delivery';
import type { Generation } from '#generators/generation';
import { variant, variantKinds } from '#generators/variant';
import { violable, violation } from '#generators/violation';
import { seedOf } from '#harness/seed';

/** One line of `index.ndjson`. */
export interface IndexEntry {
  /** Relative to the folder; absent for a constraint that can't be violated. */
  readonly file?: string;
  readonly kind: 'valid' | 'violation' | 'variant' | 'untested' | 'not-applicable';
  readonly documentType: string;
  readonly constraint?: string;
  readonly operator?: string;
  readonly edited?: string;
  readonly variant?: string;
  readonly contentType?: string;
  readonly seed?: number;
  readonly path?: string;
  readonly reason?: string;
}

export interface Made {
  readonly entry: IndexEntry;
  readonly bytes: Uint8Array | undefined;
  readonly delivery?: Delivery;
}

/** How much is made, and from which seed. */
export interface Amounts {
  readonly n: number;
  readonly seed: number;
  readonly violations?: boolean | undefined;
  readonly variants?: boolean | undefined;
}

/** Everything asked for of one document type, in order, made while it is asked for. */
export function* makeAll(generation: Generation, documentType: string, amounts: Amounts): Generator<Made> {
  const number = counter();
  const batch = { generation, documentType, number };
  yield* sampled(batch, validDelivery(generation, documentType), {
    ...amounts,
    name: 'valid',
    entryOf: () => ({ kind: 'valid' }),
  });
  if (amounts.violations === true) yield* violations(batch, amounts);
  if (amounts.variants === true) yield* variants(batch, amounts);
}

interface Batch {
  readonly generation: Generation;
  readonly documentType: string;
  readonly number: () => string;
}

/** Numbers of deliveries: 12 digits, from 1. */
const counter = (): (() => string) => {
  let last = 0;
  return () => String((last += 1)).padStart(12, '0');
};

function* violations(batch: Batch, { n, seed }: Amounts): Generator<Made> {
  const { generation, documentType } = batch;
  const all = violable(generation, documentType);
  const each = Math.max(1, Math.ceil(n / Math.max(1, all.filter((one) => one.violable).length)));
  for (const one of all) {
    const constraint = one.constraint.id;
    if (!one.violable) {
      yield { entry: { kind: one.verdict, documentType, constraint, reason: one.reason.en }, bytes: undefined };
      continue;
    }
    const own = seedOf(seed, `${documentType}/${constraint}`);
    try {
      yield* violationsOf(batch, constraint, { n: each, seed: own });
    } catch (error) {
      if (!(error instanceof Unbreakable)) throw error;
      yield { entry: { kind: 'untested', documentType, constraint, reason: error.message }, bytes: undefined };
    }
  }
}

const violationsOf = (batch: Batch, constraint: string, amounts: Pick<Amounts, 'n' | 'seed'>): Generator<Made> =>
  sampled(batch, violation(batch.generation, batch.documentType, constraint), {
    ...amounts,
    name: 'violation',
    entryOf: ({ operator, edited }) => ({ kind: 'violation', constraint, operator, edited }),
  });

function* variants(batch: Batch, { n, seed }: Amounts): Generator<Made> {
  const { generation, documentType } = batch;
  for (const kind of variantKinds) {
    yield* sampled(batch, variant(generation, documentType, kind), {
      n: Math.max(1, Math.ceil(n / variantKinds.length)),
      seed: seedOf(seed, `${documentType}/${kind}`),
      name: `variant-${kind}`,
      entryOf: ({ contentType }) => ({ kind: 'variant', variant: kind, contentType }),
    });
  }
}

interface Wanted<Value> {
  readonly n: number;
  readonly seed: number;
  readonly name: string;
  readonly entryOf: (value: Value) => Pick<IndexEntry, 'kind'> & Partial<IndexEntry>;
}

/** Deliveries held in memory at once. */
const portion = 250;

function* sampled<Value extends Delivery>(
  { documentType, number }: Batch,
  arbitrary: fc.Arbitrary<Value>,
  { n, seed, name, entryOf }: Wanted<Value>,
): Generator<Made> {
  for (let from = 0; from < n; from += portion) {
    const own = (seed + from / portion) & 0x7fffffff;
    for (const [index, value] of fc.sample(arbitrary, { seed: own, numRuns: Math.min(portion, n - from) }).entries()) {
      const stamp = number();
      const file = `${documentType}/${stamp}-${name}.xml`;
      yield {
        entry: { file, documentType, ...entryOf(value), seed: own, path: String(index) },
        bytes: value.message(stamp),
        delivery: value,
      };
    }
  }
}
