import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Contract, Role } from '#contract/contract';
import { parseTree } from '#xml/parse';
import { elementsOf, textOf } from '#xml/tree';
import { createWorkshop } from '../workshop.ts';
import type { Draft } from './draft.ts';

const shipped = readContract('contract/2020-01');
const codes = new Map([
  ['gm0344', 'Utrecht'],
  ['pv26', 'Utrecht'],
]);
const kinds = new Map([
  ['gm0344', 'gemeente'],
  ['pv26', 'provincie'],
]);
const coded = (role: Role): Role => (role.name === 'bevoegdGezag' ? { ...role, codes, kinds } : role);
const authority = shipped.uses.authority;
const contract: Contract = {
  ...shipped,
  roles: shipped.roles.map(coded),
  uses: {
    ...shipped.uses,
    authority:
      authority === undefined || typeof authority === 'string'
        ? 'none'
        : { ...authority, roles: authority.roles.map(coded) },
  },
};
const { roles } = createWorkshop(contract);
const draft: Draft = {
  documentType: 'Melding',
  request: parseTree(
    Buffer.from(
      `<VoegDossierToeEnPubliceer xmlns="${contract.namespaces['drp'] ?? ''}"><Dossier><BevoegdGezag soort="gemeente">gm0344</BevoegdGezag></Dossier></VoegDossierToeEnPubliceer>`,
    ),
  ),
  payloads: {},
};

const codeIn = ({ request }: Draft): string => elementsOf(request).map(textOf).join();

test.each([
  ['its name first', ['bevoegdGezag', 'bevoegdGezag/soort']],
  ['its kind first', ['bevoegdGezag/soort', 'bevoegdGezag']],
] as const)('a body whose name two have gets the code of its kind, %s', (_, paths) => {
  const texts: Readonly<Record<string, string>> = { bevoegdGezag: 'Utrecht', 'bevoegdGezag/soort': 'provincie' };
  const edited = paths.reduce((open, path) => roles.set(open, path, texts[path] ?? ''), draft);

  expect([codeIn(draft), codeIn(edited)]).toEqual(['gm0344', 'pv26']);
  expect(roles.get(edited, 'bevoegdGezag')).toBe('Utrecht');
});
