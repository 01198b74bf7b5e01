import type { Contract, Role } from '#contract/contract';
import type { Finding } from '#judgement/finding';
import { expressionsOf } from '#contract/rules/expressions';

/** Where what a rule about a message as a whole reads may stand, what its test names first before the others: `/VoegDossierToeEnPubliceer/Dossier/Rubriek`. */
export const subjectsOf = ({ constraint, path }: Finding, { rules, roles, schemas }: Contract): readonly string[] => {
  const rule = rules.find(({ id }) => constraint === `${schemas.rules}#${id}`);
  if (rule === undefined || path.includes('/', 1)) return [];
  const [, ...tested] = expressionsOf(rule);
  const named = new Map(roles.map((role) => [role.name, role]));
  const read = [...tested.join(' ').matchAll(/:([\w.-]+)/g)].flatMap(([, name = '']) => named.get(name) ?? []);
  const steps = read.flatMap((role) => stepsOf(role) ?? []);
  return [...steps, ...steps.map((one) => one.slice(0, -1))].map((one) => [path, ...one].join('/'));
};

/** The local names that lead to a role; undefined where its path is no row of names. */
const stepsOf = ({ at, isNone }: Role): readonly (readonly string[])[] | undefined =>
  isNone || !/^[\w.-]+(?::[\w.-]+)?(?:\/[\w.-]+(?::[\w.-]+)?)*$/.test(at)
    ? undefined
    : [at.split('/').map((step) => step.slice(step.indexOf(':') + 1))];
