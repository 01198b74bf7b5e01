import { expect, test } from 'vitest';
import { generationForTests } from '../samples/generation.ts';
import { deliveriesOf, disputesIn } from './deliveries.ts';
import { hasJdk } from '#documents/judge/xerces';
import { inFull } from '../samples/in-full.ts';

/** Of three document types, some 500 in all, but for the proof; `npm run oracle` takes 200,000. */
const amounts = { valid: inFull(200, 15), violations: 1, seed: 1 };
const types = inFull(Infinity, 3);
const noJdk = hasJdk() ? '' : ', which takes a JDK: install one (javac)';

test.skipIf(noJdk !== '')(
  `libxml2 and Xerces take every valid delivery of the contract and no violation${noJdk}`,
  async () => {
    const generation = { ...(await generationForTests()), stock: { seed: amounts.seed, size: 12 } };
    const disputes: string[] = [];
    let judged = 0;
    for (const { name } of generation.contract.documentTypes.slice(0, types)) {
      const made = [...deliveriesOf(generation, { ...amounts, documentType: name })];
      judged += made.length;
      disputes.push(...(await disputesIn(generation.contract, made)));
    }

    expect(disputes).toEqual([]);
    expect(judged).toBeGreaterThan(inFull(2500, 400));
  },
);
