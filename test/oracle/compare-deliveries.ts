import { generationForTests } from '../samples/generation.ts';
import { violable } from '#generators/violation';
import { deliveriesOf, disputesIn, type Shown } from './deliveries.ts';

/** Deliveries that are held in memory at once. */
const chunk = 4000;

/** So many valid deliveries, and at least as many violations, of the contract through both validators. */
export const compareDeliveries = async (
  each: number,
  seed: number,
): Promise<{ readonly line: string; readonly disputes: readonly string[] }> => {
  const generation = { ...(await generationForTests()), stock: { seed, size: 12 } };
  const types = generation.contract.documentTypes.map(({ name }) => name);
  const pairs = types.flatMap((type) =>
    violable(generation, type).filter((one) => one.violable && one.constraint.kind === 'schema'),
  ).length;
  const [valid, violations] = [Math.ceil(each / types.length), Math.ceil(each / pairs)];
  const counts = { valid: 0, violations: 0 };
  const disputes: string[] = [];
  for (const documentType of types) {
    for (const some of chunks(deliveriesOf(generation, { documentType, valid, violations, seed }))) {
      counts.valid += some.filter(({ breaks }) => breaks === undefined).length;
      counts.violations += some.filter(({ breaks }) => breaks !== undefined).length;
      disputes.push(...(await disputesIn(generation.contract, some)));
    }
  }
  const made = `${String(counts.valid)} valid deliveries and ${String(counts.violations)} violations of the contract`;
  return { line: `${made}: ${String(disputes.length)} disputes`, disputes };
};

function* chunks(all: Iterable<Shown>): Generator<readonly Shown[]> {
  let some: Shown[] = [];
  for (const one of all) {
    some.push(one);
    if (some.length < chunk) continue;
    yield some;
    some = [];
  }
  yield some;
}
