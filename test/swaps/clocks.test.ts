import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { readContract } from '#contract/reader';
import { validDelivery } from '#generators/delivery';
import { loadFaces } from '#generators/faces/load-faces';
import { generationOf } from '../samples/generation.ts';
import { inFull } from '../samples/in-full.ts';
import { copyOfShipped } from './folder-copy.ts';
import { tryFolder } from './trial.ts';

/** Municipalities as they merge on 1 January: half of them end in 2026, a quarter with 2027, and the last one begins in 2028. */
const table = (names: readonly string[]): string => {
  const dates = (index: number): string =>
    index === names.length - 1
      ? '2028-01-01,'
      : index % 2 === 0
        ? ',2026-12-31'
        : index % 4 === 1
          ? ',2027-12-31'
          : ',';
  return ['value,begin,end', ...names.map((name, index) => `"${name}",${dates(index)}`), ''].join('\n');
};

const days = ['2026-12-31', '2027-01-01', '2027-12-31', '2028-01-01', '2028-12-29'] as const;

test.each(inFull<readonly string[]>(days, ['2027-01-01']))(
  'on %s what is generated and taken goes by the lists of that day',
  async (day) => {
    const copy = copyOfShipped();
    onTestFinished(copy.dispose);
    const list = /<xs:simpleType name="Gemeente">[^]*?<\/xs:simpleType>/.exec(copy.read('codelists.xsd'))?.[0] ?? '';
    const names = [...list.matchAll(/<xs:enumeration value="([^"]*)"/g)].map(([, name = '']) =>
      name.replaceAll('&apos;', "'"),
    );
    copy
      .write('gemeenten.csv', table(names))
      .replace('contract.yaml', 'gemeente: codelists.xsd#Gemeente', 'gemeente: gemeenten.csv')
      .replace('contract.yaml', 'tables:\n', "tables:\n  gemeenten.csv: { ground: assumed, of: '2026-11-01' }\n");

    const { wrong } = await tryFolder(copy, { today: day });
    const contract = readContract(copy.directory);
    const generation = generationOf(contract, await loadFaces(contract), day);
    const drawn = fc.sample(validDelivery(generation, 'Melding'), { seed: 1, numRuns: 30 });
    const bodies = drawn.flatMap(({ message }) =>
      [
        ...Buffer.from(message('000000000001'))
          .toString()
          .matchAll(/BevoegdGezag soort="gemeente">([^<]*)</g),
      ].map(([, name = '']) => name.replaceAll('&apos;', "'")),
    );

    expect(wrong).toEqual([]);
    expect(bodies.length).toBeGreaterThan(2);
    for (const body of bodies) {
      const { begin = day, end = day } =
        contract.tables.get('gemeenten.csv')?.entries.find(({ value }) => value === body) ?? {};
      expect([begin, day, end].toSorted(), body).toEqual([begin, day, end]);
    }
  },
  60_000,
);
