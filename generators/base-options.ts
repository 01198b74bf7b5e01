import fc from 'fast-check';
import { boundTo, pathOf } from '#contract/roles/bindings';
import { ContractError } from '#contract/folder/contract-error';
import { isPacked } from '#contract/roles/decodings';
import { listOn } from '#contract/roles/listed';
import { tableRoles } from '#contract/rules/table-rules';
import type { Role } from '#contract/contract';
import { allUses, type Use } from '#contract/use';
import type { Reached } from '#documents/path/declarations-at';
import { lengthAt } from '#documents/path/declared-text';
import type { Circumstances } from './circumstances.ts';
import { allRoles } from './draft/role-schema.ts';
import { told } from './draft/told-type.ts';
import { isDemandedOf } from '#contract/roles/is-demanded-of';
import type { Shape } from './faces.ts';
import { plainTitle, type TakesText, textTaker, openNumber, referenceOf, testTitle } from './marks.ts';
import type { SchemaOptions } from '#documents/schema/options';
import { awkwardText, dutchText, fit, plainText } from './text/dutch-text.ts';

/** Roles that a delivery must have, and must not have. */
export interface Wishes {
  readonly present: readonly string[];
  readonly absent: readonly string[];
  /** Ids of declarations in the schemas that a delivery must have. */
  readonly declared: readonly string[];
}

/** How often what may come any number of times comes at most. */
const mostRepeats = 3;

/** How the schema engine shapes the base of a delivery. */
export const baseOptions = (
  circumstances: Circumstances,
  documentType: string,
  { shape, wishes }: { readonly shape: Shape; readonly wishes: Wishes },
): Required<Omit<SchemaOptions, 'maxDepth' | 'usualSize'>> => {
  const { declarations } = circumstances.workshop;
  const telling = told(circumstances, documentType);
  const absent = [...(shape.absent ?? []), ...wishes.absent, ...unwantedRoles(circumstances)];
  const needed = neededRoles(circumstances, documentType).filter((role) => !absent.includes(role));
  const present = [...(shape.present ?? []), ...wishes.present, ...needed].flatMap((role) =>
    forcedBy(declarations(role)),
  );
  return {
    text: texts[circumstances.text ?? 'dutch'],
    overrides: overridesOf(circumstances, documentType, shape),
    filled: new Set(filledRoles(circumstances).flatMap((role) => declarations(role).map((one) => one.declaration.id))),
    present: new Set([...present, ...wishes.declared, ...telling.present]),
    absent: new Set([
      ...absent.flatMap((role) => declarations(role).map((one) => one.declaration.id)),
      ...telling.absent,
    ]),
    maxRepeat: mostRepeats,
    beyondMinimal: circumstances.beyondMinimal,
    shared: circumstances.workshop.shared,
  };
};

const texts = { awkward: awkwardText, plain: plainText, dutch: dutchText } as const;

/** What has to be there for a role to be there; of a choice nothing but the choice itself. */
const forcedBy = (reached: readonly Reached[]): readonly string[] => {
  const [first, ...others] = reached;
  if (first === undefined) return [];
  const trail = first.trail.filter((one) => others.every((other) => other.trail.includes(one)));
  const types = (first.types ?? []).filter((one) => others.every((other) => other.types?.includes(one)));
  const isOne = others.every(({ declaration }) => declaration === first.declaration);
  return [...trail, ...types, ...(isOne ? [first.declaration] : [])].map((one) => one.id);
};

/** What a delivery is told and marked by is there, however little its schema asks for, and what its papers may ask of it. */
const neededRoles = ({ contract }: Circumstances, documentType: string): readonly string[] => [
  ...(['documentType', 'title'] as const).flatMap((use) => pathOf(contract, use) ?? []),
  ...contract.needed.flatMap((need) => (isDemandedOf(contract, need, documentType) ? [need.path] : [])),
  ...allRoles(contract.roles).flatMap(({ path, role }) => besidePaths(path, role)),
];

/** What is put in once the rest stands: payloads, and the texts of a use. */
const filledRoles = ({ contract }: Circumstances): readonly string[] => [
  ...allRoles(contract.roles).flatMap(({ path, role }) => (isPacked(role) ? [path, ...besidePaths(path, role)] : [])),
  ...allUses.flatMap((use) => pathOf(contract, use) ?? []),
];

/** What says something of a file stands beside it. */
const besidePaths = (path: string, { beside }: Role): readonly string[] =>
  [beside.name, beside.mediaType].flatMap((name) =>
    name === undefined ? [] : [path.slice(0, path.lastIndexOf('/') + 1) + name],
  );

const unwantedRoles = ({ contract, media }: Circumstances): readonly string[] => {
  const medium = pathOf(contract, 'medium');
  return media?.length === 0 && medium !== undefined ? [medium] : [];
};

const overridesOf = (
  circumstances: Circumstances,
  documentType: string,
  shape: Shape,
): ReadonlyMap<string, fc.Arbitrary<string>> => {
  const { declarations, wire } = circumstances.workshop;
  const values = { ...tableValues(circumstances), ...ownValues(circumstances, documentType), ...shape.values };
  const entries = Object.entries(values).flatMap(([role, value]) =>
    declarations(role).map((reached) => [reached.declaration.id, value.map((text) => wire(role, text))] as const),
  );
  return new Map([...entries, ...markedValues(circumstances, values)]);
};

type Values = Readonly<Record<string, fc.Arbitrary<string>>>;

/** Of roles whose values stand in a table those that hold today; throws `ContractError` where none does. */
const tableValues = ({ contract, context }: Circumstances): Values =>
  Object.fromEntries(
    tableRoles(contract.roles).map(({ role, path }) => {
      const file = role.values ?? '';
      const values = listOn(contract, file, context.today) ?? [];
      if (values.length > 0) return [path, fc.constantFrom(...values)];
      throw new ContractError(role.place, `no value of ${file} holds on ${context.today}; add those that do`);
    }),
  );

/** Texts of the roles whose use says what stands there, where the contract has them. */
const ownValues = ({ authorities, contract, media }: Circumstances, documentType: string): Values => {
  const bodies = authorities?.map(({ name }) => name);
  const choices: readonly (readonly [Use, readonly string[] | undefined])[] = [
    ['documentType', [documentType]],
    ['authority', bodies],
    ['publisher', bodies],
    ['medium', media],
  ];
  return Object.fromEntries(
    choices.flatMap(([use, values]) => {
      const role = pathOf(contract, use);
      return role === undefined || !values?.length ? [] : [[role, fc.constantFrom(...values)]];
    }),
  );
};

/** Texts that say what a delivery is, where their types take them: a mark before the title, and the reference of the run. */
const markedValues = (
  circumstances: Circumstances,
  values: Values,
): readonly (readonly [string, fc.Arbitrary<string>])[] => {
  const { contract, runId, workshop, text } = circumstances;
  const takes = textTaker();
  const at = (use: Use, text: string): readonly Reached[] => {
    const role = pathOf(contract, use);
    return role === undefined ? [] : workshop.declarations(role).filter((reached) => takes(reached, text));
  };
  const reference = referenceOf(runId, openNumber);
  const mark = titleMark(circumstances, reference);
  const titleRole = pathOf(contract, 'title') ?? '';
  const usual = Object.hasOwn(values, titleRole) ? values[titleRole] : undefined;
  return [
    ...at('title', plainTitle).map(
      (reached) =>
        [
          reached.declaration.id,
          title(reached, usual, { takes, mark, text: text === 'plain' ? plainText : dutchText }),
        ] as const,
    ),
    ...at('reference', reference).map(({ declaration }) => [declaration.id, fc.constant(reference)] as const),
  ];
};

/** A title bears the reference where the content can't, since deliveries with equal title and content are duplicates. */
const titleMark = ({ contract }: Circumstances, reference: string): string =>
  boundTo(contract, 'notice') === undefined ? `${testTitle} ${reference}` : testTitle;

interface Marking {
  readonly takes: TakesText;
  readonly mark: string;
  readonly text: typeof dutchText;
}

/** Begins with the mark where that leaves a title that its type takes, else says no more than that it is a test. */
const title = (
  reached: Reached,
  given: fc.Arbitrary<string> | undefined,
  { takes, mark: wanted, text: ordinary }: Marking,
): fc.Arbitrary<string> => {
  const { min, max } = lengthAt(reached);
  const mark = [wanted, testTitle].find((one) => takes(reached, `${one} bericht`)) ?? testTitle;
  const room = mark.length + 1;
  const usual = given ?? ordinary({ min: Math.max(1, min - room), max: Math.max(1, max - room) });
  return usual.map((text) => {
    const marked = fit(`${mark} ${text}`, { min, max });
    return takes(reached, marked) ? marked : `${mark} bericht`;
  });
};
