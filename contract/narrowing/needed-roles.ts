import { isText } from '../roles/decodings.ts';
import { codeOf } from '../roles/meaning.ts';
import { attempt, attemptSome } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import type { NeededRole, Role, Rule } from '../contract.ts';
import type { Grounding } from '../grounds/ground.ts';
import { type RolePath, rolePaths } from './role-paths.ts';
import type { Narrowing } from './narrowed-files.ts';
import type { Condition, DescriptionRow } from './rows.ts';

/** Prefix of the view in these rules. */
export const prefix = 'beeld-3pas';

/** What a description demands under a condition: the rule as Schematron has it, and the role that it demands. */
export interface Need {
  readonly rule: NeedRule;
  readonly needed: NeededRole;
  readonly compared: Compared;
}

/** Values, as a message has them, that the condition of a row compares the text at another place with. */
export interface Compared {
  readonly row: DescriptionRow;
  readonly path: readonly string[];
  readonly values: readonly string[];
}

/** A rule of its own pattern. */
export interface NeedRule extends Pick<Rule, 'id' | 'test' | 'text'> {
  readonly grounding: Grounding;
}

/** What the rows demand under a condition; throws `ContractError` where no role finds one of the two. */
export const needsIn = (
  narrowing: Pick<Narrowing, 'rows' | 'grounding'> | undefined,
  roles: readonly Role[],
): readonly Need[] => {
  if (narrowing === undefined) return [];
  const paths = new Map(
    rolePaths(roles)
      .toReversed()
      .map(({ local, path }) => [local, path]),
  );
  return attemptSome(narrowing.rows, (row) => needOf(row, paths, narrowing.grounding)).filter(
    (one) => one !== undefined,
  );
};

type Paths = ReadonlyMap<string, RolePath>;

const needOf = (row: DescriptionRow, roles: Paths, grounding: Grounding): Need | undefined => {
  const condition = row.required;
  if (condition === undefined || typeof condition === 'string') return undefined;
  const parts = [row.path, condition.path].map((path) => attempt(() => roleFor(roles, path, row)));
  const [own = [], other = []] = parts.map((part) => part());
  const rule = ruleFor(own, { row, condition, other }, grounding);
  const { path, values } = condition;
  const role = other.at(-1);
  const compared = { row, path, values: role === undefined ? values : values.map((one) => codeOf(role, one)) };
  return {
    compared,
    rule,
    needed: { path: pathOf(own), rule: rule.id, condition: { ...condition, path: pathOf(other) }, place: row.place },
  };
};

const pathOf = (path: RolePath): string => path.map(({ name }) => name).join('/');

const roleFor = (roles: Paths, path: readonly string[], { place }: DescriptionRow): RolePath => {
  const found = roles.get(path.join('/'));
  if (found !== undefined) return found;
  throw new ContractError(
    place,
    `no role finds ${path.join('/')}, and what is required at times is a rule, which speaks of roles; give it one under roles in contract.yaml`,
  );
};

interface Asked {
  readonly row: DescriptionRow;
  readonly condition: Condition;
  readonly other: RolePath;
}

const ruleFor = (own: RolePath, { row, condition, other }: Asked, { ground, source }: Grounding): NeedRule => {
  const name = row.path.join('/');
  const { nl, en } = conditionTexts(condition);
  const said = [source, row.section, `${row.place.file}:${String(row.place.line)}`];
  return {
    id: `${own.map((role) => role.name).join('.')}-verplicht`,
    test: `not(${conditionTest(condition, other, row)}) or boolean(${viewPath(own)})`,
    text: {
      nl: `${name} ontbreekt, en is verplicht als ${nl}. Vul het in.`,
      en: `${name} is absent, and is required if ${en}. Fill it in.`,
    },
    grounding: { ground, source: said.filter((one) => one !== undefined && one !== '').join(', ') },
  };
};

const viewPath = (path: RolePath): string => path.map(({ name }) => `${prefix}:${name}`).join('/');

const conditionTest = ({ values, isNot }: Condition, other: RolePath, { place }: DescriptionRow): string => {
  const last = other.at(-1);
  const path = viewPath(other);
  if (values.length === 0) return isNot ? `not(${path})` : `boolean(${path})`;
  if (last === undefined || !isText(last) || (last.decode !== undefined && last.decode !== 'date'))
    throw new ContractError(
      place,
      `${other.map(({ at }) => at).join('/')} is no text to compare; write only whether it is there`,
    );
  const quoted = (value: string): string => (value.includes("'") ? `"${value}"` : `'${value}'`);
  const same = values.map((value) => `${path}/@waarde = ${quoted(value)}`).join(' or ');
  return isNot ? `boolean(${path}) and not(${same})` : same;
};

const conditionTexts = ({ path, values, isNot }: Condition): Rule['text'] => {
  const name = path.join('/');
  if (values.length === 0)
    return isNot
      ? { nl: `${name} ontbreekt`, en: `${name} is absent` }
      : { nl: `${name} is ingevuld`, en: `${name} is there` };
  const [nl, en] = [values.join(' of '), values.join(' or ')];
  return isNot
    ? { nl: `${name} iets anders is dan ${nl}`, en: `${name} is anything but ${en}` }
    : { nl: `${name} ${nl} is`, en: `${name} is ${en}` };
};
