import { codeOf } from '#contract/roles/meaning';
import type { Contract, Role } from '#contract/contract';
import { textTypeOf } from '#documents/path/declared-text';
import { createCheck } from '#documents/schema/values/check';
import { builtinOf } from '#xml/schema/lexical';
import type { SimpleType } from '#xml/schema/model';
import { roleSteps } from './role-nodes.ts';
import type { RoleDeclarations } from './role-schema.ts';
import { boundTo } from '#contract/roles/bindings';
import type { Use } from '#contract/use';

/** How a text is written at a role, by its path: a word as its code, a day as a moment where the schema wants one. */
export type WireText = (rolePath: string, text: string) => string;

/** The writer for a contract. */
export const wireTextOf = (contract: Contract, declarations: RoleDeclarations): WireText => {
  const check = createCheck();
  const times = new Map<string, string>();
  /** What follows a day at a role that holds moments; nothing elsewhere. */
  const timeAt = (rolePath: string): string => {
    const known = times.get(rolePath);
    if (known !== undefined) return known;
    const types = declarations(rolePath).flatMap((one) => textTypeOf(one) ?? []);
    const holdsMoments = types.length > 0 && types.every((type) => builtinOf(type) === 'dateTime');
    const takes = (type: SimpleType, time: string): boolean => check(type, `2026-03-02${time}`) === 'yes';
    const fitting = possibleTimes.find((time) => types.every((type) => takes(type, time))) ?? possibleTimes[0];
    const time = holdsMoments ? fitting : '';
    times.set(rolePath, time);
    return time;
  };
  return (rolePath, text) => {
    const role = roleSteps(contract.roles, rolePath).at(-1)?.role;
    if (role === undefined) return text;
    if (role.decode === 'date' && day.test(text)) return `${text}${timeAt(rolePath)}`;
    return codeOf(role, text);
  };
};

const day = /^\d{4}-\d\d-\d\d$/;

/** Midnight as it is written mostly, and other ways that a pattern may ask for; all are of the day itself in the Netherlands. */
const possibleTimes = ['T00:00:00', 'T00:00:00Z', 'T12:00:00+01:00', 'T00:00:00.000', 'T00:00:00.000Z'] as const;

/** A body as a delivery names it: the roles of its name and of its kind, by their paths. */
export interface BodyRoles {
  readonly role: Role;
  readonly name: string;
  readonly kind: string;
}

const uses: readonly (readonly [name: Use, kind: Use])[] = [
  ['authority', 'authorityKind'],
  ['publisher', 'publisherKind'],
];

/** The bodies of a contract whose code depends on their kind: two of one name are two. */
export const codedBodies = (contract: Contract): readonly BodyRoles[] =>
  uses.flatMap(([nameUse, kindUse]): readonly BodyRoles[] => {
    const [name, kind] = [boundTo(contract, nameUse), boundTo(contract, kindUse)];
    const role = name?.roles.at(-1);
    if (name === undefined || kind === undefined || role === undefined || role.kinds.size === 0) return [];
    return [{ role, name: name.path, kind: kind.path }];
  });

/** The code of a body of a kind; undefined where there is none. */
export const codeOfKind = ({ codes, kinds }: Role, name: string, kind: string): string | undefined =>
  [...codes].find(([code, word]) => word === name && kinds.get(code) === kind)?.[0];
