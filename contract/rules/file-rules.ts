import type { FilesBeside, Role, Rule } from '../contract.ts';
import type { RuleBook } from './schematron.ts';
import { ownPrefix, viewNamespace } from './view-roles.ts';

/** The id of the rule that a zip holds the files that the contract names. */
export const fileRuleId = (path: string): string => `${path.replaceAll('/', '.')}-heeft-bestanden`;

/** A role whose zip holds further files, and its path. */
interface FilesRole {
  readonly role: Role;
  readonly path: string;
  readonly files: FilesBeside;
}

/** The roles of the message whose zip holds further files. */
export const filesRoles = (roles: readonly Role[], around = ''): readonly FilesRole[] =>
  roles.flatMap((role): readonly FilesRole[] => {
    const path = around + role.name;
    const files = role.payload?.with;
    return [...(files === undefined ? [] : [{ role, path, files }]), ...filesRoles(role.roles, `${path}/`)];
  });

/** The rules with one for each zip that holds further files. */
export const withFileRules = ({ rules, namespaces }: RuleBook, roles: readonly Role[]): RuleBook => {
  const added = filesRoles(roles).map(ruleFor);
  return added.length === 0
    ? { rules, namespaces }
    : { rules: [...rules, ...added], namespaces: { ...namespaces, [ownPrefix]: viewNamespace } };
};

const ruleFor = ({ role, path, files: { names, ground, source } }: FilesRole): Rule => {
  const steps = ['beeld', 'levering', ...path.split('/')].map((name) => `/${ownPrefix}:${name}`);
  const has = names.map((name) => `count(${ownPrefix}:bestand[@naam = ${quotedXPath(name)}]) = 1`);
  const all = names.join(', ');
  return {
    ...{
      id: fileRuleId(path),
      severity: 'error',
      context: steps.join(''),
      test: `@fout or not(${ownPrefix}:bestand[@soort = 'xml']) or (${has.join(' and ')})`,
    },
    ...{ unless: [], lets: [], place: role.place, ground, source },
    text: {
      nl: `De zip van ${role.name} heeft niet elk een keer ${all}. Neem die bestanden op, onder die namen.`,
      en: `The zip of ${role.name} does not hold each of ${all} once. Add these files, under these names.`,
    },
  };
};

const quotedXPath = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);
