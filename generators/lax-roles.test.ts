import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { laxRolesIn } from './lax-roles.ts';
import { createWorkshop } from './workshop.ts';

test('a contract whose roles are narrow is not lax', () => {
  const contract = readContract('contract/2020-01');

  expect(laxRolesIn(contract, createWorkshop(contract))).toEqual([]);
});

test('one whose roles take any text is', () => {
  const contract = readContract('contract/2020-01');
  const files = new Map(
    [...contract.files].map(([name, bytes]) => [
      name,
      name === 'dossier.xsd'
        ? Buffer.from(
            new TextDecoder()
              .decode(bytes)
              .replaceAll(/<xs:(minLength|maxLength|pattern)\b[^]*?<\/xs:\1>/g, '')
              .replaceAll(
                /type="drp:(Rubriek|Onderwerp|Activiteit|Documenttype|Medium|Postcode)"/g,
                'type="xs:string"',
              ),
          )
        : bytes,
    ]),
  );
  const lax = { ...contract, files };

  expect(laxRolesIn(lax, createWorkshop(lax)).map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(
      /^\d+ of \d+ roles take any text \(documenttype, .*\), so little can be wrong in deliveries; say in a description what may stand there \(docs\/contract-folder\.md\), or give roles values$/,
    ),
  ]);
});
