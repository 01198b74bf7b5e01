import { codeOf } from '#contract/roles/meaning';
import type { Contract } from '#contract/contract';
import { textTypeOf } from '#documents/path/declared-text';
import { createCheck } from '#documents/schema/values/check';
import { builtinOf } from '#xml/schema/lexical';
import type { SimpleType } from '#xml/schema/model';
import { roleSteps } from './role-nodes.ts';
import type { RoleDeclarations } from './role-schema.ts';

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
