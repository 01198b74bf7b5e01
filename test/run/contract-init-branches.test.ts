import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { initFolder } from '#cli/contract/init';
import { tryDeliveries } from '#cli/contract/try-deliveries';
import { Unbreakable } from '#generators/delivery-error';
import { noFaces } from '#generators/faces';
import { violable, violation } from '#generators/violation';
import { generationOf } from '../samples/generation.ts';
import { schema, wsdlOf } from '../wsdl/small-service.ts';

const root = mkdtempSync(join(tmpdir(), '3pas-branches-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

test('a folder whose reference stands in one of two branches can be used, and what the other holds is not broken by itself', async () => {
  const branches = `<xs:choice><xs:sequence><xs:element name="Kenmerk" type="xs:string"/><xs:element name="Titel" type="xs:string"/></xs:sequence>
    <xs:sequence><xs:element name="Titel" type="xs:string"/><xs:element name="Dossiercode" type="xs:string"/></xs:sequence></xs:choice>`;
  const types = schema().replace(
    /<xs:element name="Kenmerk" type="xs:string"\/>\s*<xs:element name="Titel" type="xs:string"\/>/,
    branches,
  );
  writeFileSync(join(root, 'a.wsdl'), wsdlOf({ types }));
  const { contract } = await initFolder({ wsdl: join(root, 'a.wsdl'), out: join(root, 'uit'), yes: true });
  const generation = generationOf(contract, noFaces);
  const [{ name: type } = { name: '' }] = contract.documentTypes;
  const inOther = violable(generation, type).flatMap(({ constraint: { id }, violable: can }) =>
    can && id.includes('Dossiercode') ? [id] : [],
  );

  expect(contract.rules.map(({ id }) => id)).toContain('referentienummer-aanwezig');
  expect(inOther.length).toBeGreaterThan(0);
  for (const id of inOther)
    expect(() => fc.sample(violation(generation, type, id), { seed: 1, numRuns: 1 })).toThrow(Unbreakable);
  tryDeliveries(generation, { valid: 5, broken: 20 });
});
