import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rolesBelow } from '#contract/roles/bindings';
import type { Binding, Contract, Role } from '#contract/contract';
import { ContractError } from '#contract/folder/contract-error';
import { readContract } from '#contract/reader';
import type { Use } from '#contract/use';
import { validDelivery } from './delivery.ts';
import { noFaces } from './faces.ts';
import { generationOf } from '../test/samples/generation.ts';

const folders = {
  large: readContract('contract/2020-01'),
  small: readContract('test/contracts/bouwmelding'),
  post: readContract('test/contracts/post'),
};

const binding = (contract: Contract, path: string): Binding => {
  const row = path.split('/').reduce<readonly Role[]>((roles, name) => {
    const last = roles.at(-1);
    return [...roles, ...(last === undefined ? contract.roles : rolesBelow(last)).filter((role) => role.name === name)];
  }, []);
  return { path, roles: row };
};

const bound = (contract: Contract, use: Use, path: string): Contract => ({
  ...contract,
  uses: { ...contract.uses, [use]: binding(contract, path) },
});

const refusal = (contract: Contract): string => {
  try {
    generationOf(contract, noFaces);
    return 'fits';
  } catch (error) {
    if (error instanceof ContractError) return error.message;
    throw error;
  }
};

const text = ', which is elements without text; bind it to a role that is ';
const paragraph = '; bind it to an element with free text that may come many times';

test.each<readonly [keyof typeof folders, Use, string, string]>([
  ['large', 'title', 'medium', ', which is a list of values; bind it to a role that is free text'],
  ['large', 'title', 'reactietermijn', `${text}free text`],
  ['large', 'reference', 'rubriek', ', which is a list of values; bind it to a role that is free text or a number'],
  ['large', 'medium', 'bopa', `${text}free text or a number or a list of values`],
  ['large', 'authorityKind', 'gebiedsmarkering', `${text}free text or a number or a list of values`],
  ['large', 'publicationDate', 'medium', ', which is a list of values; bind it to a role that is a date or free text'],
  ['large', 'notice', 'inhoud/titel', `, which comes once at most${paragraph}`],
  ['small', 'title', 'aanvang/spoed', ', which is a list of values; bind it to a role that is free text'],
  ['large', 'rectifies', 'datumBesluit', ', which is a date; bind it to a role that is free text or a number'],
  ['small', 'notice', 'titel', `, which has no room for the sentence that says that it is a test${paragraph}`],
  ['post', 'notice', 'afzender', `, which is an attribute${paragraph}`],
  ['post', 'notice', 'wijze', ', which is a list of values; bind it to a role that is free text'],
  ['post', 'authority', 'stuk', `${text}free text or a number or a list of values`],
])('of %s, %s can not be bound to %s', (...[folder, use, path, said]) => {
  const contract = folders[folder];

  const { line } = contract.usePlaces[use];
  const way = 'or make it none where deliveries have no such thing';
  expect(refusal(bound(contract, use, path))).toBe(
    `contract.yaml:${String(line)}: uses.${use} is bound to "${path}"${said}, ${way}`,
  );
});

test.each([
  ['large', 'reference', 'samenvatting'],
  ['large', 'medium', 'bevoegdGezag'],
  ['small', 'publicationDate', 'aanvang'],
  ['post', 'title', 'afzender'],
] as const)('of %s, %s can be bound to %s', (folder, use, path) => {
  expect(refusal(bound(folders[folder], use, path))).toBe('fits');
});

test('a paragraph of a greatest length keeps it with the sentence before it', () => {
  const files = new Map(folders.post.files);
  const schema = Buffer.from(files.get('xsd/inhoud.xsd') ?? '').toString();
  const short = `<xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="180"/></xs:restriction></xs:simpleType>`;
  const element = '<xs:element name="p" minOccurs="1" maxOccurs="unbounded">';
  files.set(
    'xsd/inhoud.xsd',
    Buffer.from(schema.replace(/<xs:element name="p"[^>]*>/, `${element}${short}</xs:element>`)),
  );
  const generation = generationOf({ ...folders.post, files }, noFaces);

  const drawn = fc.sample(validDelivery(generation, 'zending'), { seed: 1, numRuns: 60 });

  const first = drawn.flatMap(({ draft }) => generation.workshop.roles.get(draft, 'inhoud/p') ?? []);
  expect(first.filter((one) => !one.startsWith('Dit is een testbericht') || one.length > 180)).toEqual([]);
  expect(first.some((one) => one.length === 180)).toBe(true);
});
