import type { Role } from '../contract.ts';
import type { Description } from '../description/description.ts';
import { attempt, type Part, salvage, type Salvaged } from '../folder/attempt.ts';
import type { Files } from '../folder/file-names.ts';
import type { Narrowing } from './narrowed-files.ts';
import { readNarrowing } from './narrowing.ts';
import { withNeedRules } from './need-rules.ts';
import { type Need, needsIn } from './needed-roles.ts';
import { mustLeaveRoles } from './roles-apart.ts';
import { mustAgreeTogether } from './rows-apart.ts';

/** What the description of a folder says, before it is held against the schemas. */
export interface Described {
  readonly narrowing: Salvaged<Narrowing | undefined>;
  readonly needs: Salvaged<readonly Need[]>;
  /** The files with the rules that the rows ask for. */
  readonly ruled: Part<Files>;
  /** Nothing where all rows can be read, and none contradicts another row or a role. */
  readonly agreed: Part<void>;
}

/** Reads the description of a folder; throws `ContractError` for each row that can't be read, or contradicts another one or a role. */
export const describedIn = (description: Description, files: Files, roles: Part<readonly Role[]>): Described => {
  const narrowing = salvage(() => readNarrowing(description, files));
  const rows = (): Narrowing['rows'] => narrowing.sound()?.rows ?? [];
  const together = attempt(() => {
    mustAgreeTogether(rows());
  });
  const withRoles = attempt(() => {
    mustLeaveRoles(rows(), roles());
  });
  const needs = salvage(() => needsIn(narrowing.sound(), roles()));
  const ruled = attempt(() => {
    together();
    const { rules } = description.entries.schemas;
    return withNeedRules(files, { file: rules, place: description.placeOf('schemas', 'rules') }, needs.whole());
  });
  const agreed = (): void => {
    for (const part of [narrowing.whole, together, withRoles]) part();
  };
  return { narrowing, needs, ruled, agreed };
};
