/** The long comparison: documents and violations of every clause, of random schemas and of the contract, through libxml2 and Xerces. */
import { parseArgs } from 'node:util';
import { allClauses } from '../clauses/all.ts';
import { casesOf, type Made } from './cases.ts';
import { differencesIn, lineOf } from './compare.ts';
import { compareDeliveries } from './compare-deliveries.ts';
import { compareRandom, compareRestrictions } from './compare-random.ts';

const { values } = parseArgs({
  options: {
    valid: { type: 'string', default: '200' },
    violations: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    unbroken: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    random: { type: 'string', default: '2000' },
    restrictions: { type: 'string', default: '20000' },
    deliveries: { type: 'string', default: '100000' },
  },
});
/** Tells what a comparison came to, and the first of its disputes. */
const tell = ({ line, disputes }: { readonly line: string; readonly disputes: readonly string[] }): void => {
  for (const dispute of disputes.slice(0, 20)) console.log(dispute);
  console.log(line);
  if (disputes.length > 0) process.exitCode = 1;
};

const amounts = { valid: Number(values.valid), violations: Number(values.violations), seed: Number(values.seed) };

const made = allClauses
  .filter(({ title }) => title.includes(values.only))
  .flatMap((clause): readonly Made[] => {
    try {
      return [casesOf(clause, amounts)];
    } catch (error) {
      console.log(`${clause.title}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
      return [];
    }
  });
const differences = await differencesIn(made);
const unexplained = differences.filter(({ known }) => known === undefined);
const counts = new Map<string, number>();
for (const one of unexplained) {
  const key = `${one.clause} ${one.validator} ${one.one.breaks?.constraint ?? ''}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if ((counts.get(key) ?? 0) > 2) continue;
  console.log(lineOf(one));
  if (values.show) console.log(`  ${Buffer.from(one.one.bytes).toString()}`);
}
if (values.unbroken)
  for (const { clause, unbroken } of made)
    if (unbroken.length > 0) console.log(`${clause.title}: never broken: ${unbroken.join(' ')}`);
const documents = made.flatMap(({ cases }) => cases);
const valid = documents.filter(({ breaks }) => breaks === undefined).length;
console.log(
  `${String(made.length)} schemas, ${String(valid)} valid documents, ${String(documents.length - valid)} violations: ` +
    `${String(unexplained.length)} differences, ${String(differences.length - unexplained.length)} known errors of a validator`,
);
if (unexplained.length > 0) process.exitCode = 1;

const seedsFor = (count: string): readonly number[] =>
  Array.from({ length: Number(count) }, (_, index) => amounts.seed * 100_000 + index);
if (Number(values.random) > 0) tell(await compareRandom(seedsFor(values.random)));
if (Number(values.restrictions) > 0)
  for (const kind of ['restrictions', 'facets'] as const)
    tell(await compareRestrictions(kind, seedsFor(values.restrictions)));

if (Number(values.deliveries) > 0) {
  tell(await compareDeliveries(Number(values.deliveries), amounts.seed));
}
