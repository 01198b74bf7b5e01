import { isPacked } from '#contract/roles/decodings';
import { isOfSystem } from '#contract/texts/content-text';
import { boundTo } from '#contract/roles/bindings';
import type { Contract, Role, Rule } from '#contract/contract';
import { type Ground, levelOf } from '#contract/grounds/ground';
import type { Finding } from '../finding.ts';
import { expressionsOf } from '#contract/rules/expressions';
import type { MessageRequirement } from '../requirements/message.ts';

/** The requirement that a finding breaks; undefined for one that breaks none, and for one that says in general what another finding says in particular. */
export const messageRequirementOf = (finding: Finding, contract: Contract): MessageRequirement | undefined => {
  const { constraint, path } = finding;
  if (path.includes('!') && isOfSystem(path.slice(path.indexOf('!') + 1)))
    return 'message.content-holds-the-right-files';
  if (/^(?:value|bytes)#/.test(constraint)) return undefined;
  const own = named[constraint];
  if (own !== undefined) return own;
  if (constraint === 'content#files' || constraint === 'content#file') return undefined;
  const rule = contract.rules.find(({ id }) => constraint === `${contract.schemas.rules}#${id}`);
  return rule === undefined ? schemaRequirement(finding, contract) : ruleRequirement(rule, finding, contract);
};

const named: Readonly<Record<string, MessageRequirement>> = {
  'soap#well-formed': 'message.is-well-formed',
  'soap#encoding': 'message.is-unicode',
  'soap#no-dtd': 'message.has-no-dtd',
  'soap#no-processing-instructions': 'message.has-no-processing-instructions',
  'soap#envelope': 'message.is-soap-envelope',
  'soap#version': 'message.is-soap-envelope',
  'soap#no-body': 'message.orders-its-envelope',
  'soap#body': 'message.orders-its-envelope',
  'soap#one-request': 'message.holds-one-request',
  'soap#header': 'message.keeps-public-schema',
  'soap#request': 'message.asks-for-known-operation',
  'soap#no-soap-attributes': 'message.has-no-soap-attributes',
  'soap#must-understand': 'message.writes-must-understand-as-digit',
  'soap#inline': 'message.carries-content-inline',
  'soap#password-text': 'message.sends-password-as-text',
  'soap#unknown-header': 'message.keeps-what-is-assumed',
  'soap#excess': 'message.keeps-what-is-assumed',
  'text#whole-characters': 'message.has-whole-characters',
  'geometry#closed-line': 'message.draws-right-geometry',
  'delivery#one-medium': 'message.names-one-medium',
  'content#base64': 'message.content-can-be-unpacked',
  'content#zip': 'message.content-can-be-unpacked',
  'content#versleuteld': 'message.content-can-be-unpacked',
  'content#methode': 'message.content-can-be-unpacked',
  'content#crc': 'message.content-can-be-unpacked',
  'content#pdf': 'message.content-holds-the-right-files',
  'content#well-formed': 'message.content-is-well-formed',
  'content#encoding': 'message.content-is-in-its-encoding',
  'content#utf-8': 'message.content-is-utf-8',
  'content#dtd': 'message.keeps-what-is-assumed',
  'content#te-groot': 'message.keeps-what-is-assumed',
};

const isBinding = (ground: Ground): boolean => levelOf(ground) === 'MUST';

const schemaRequirement = ({ about, ground, path }: Finding, contract: Contract): MessageRequirement => {
  if (about === 'date') return 'message.writes-dates-as-days';
  if (about === 'list') return isBinding(ground) ? 'message.uses-listed-values' : 'message.uses-observed-values';
  if (geometryNames(contract.roles).has(path.slice(path.lastIndexOf('/') + 1).replace(/\[\d+\]$/, '')))
    return 'message.draws-right-geometry';
  if (!isBinding(ground)) return 'message.keeps-what-is-assumed';
  return path.includes('!') ? 'message.content-keeps-public-schema' : 'message.keeps-public-schema';
};

const isGeometry = ({ decode }: Role): boolean => decode === 'wkt' || decode === 'positions' || decode === 'gml';

/** All roles, those in roles and payloads included. */
const everyRole = (roles: readonly Role[]): readonly Role[] =>
  roles.flatMap((role) => [role, ...everyRole(role.roles), ...everyRole(role.payload?.roles ?? [])]);

/** Names on the wire of what is read as a geometry. */
const geometryNames = (roles: readonly Role[]): ReadonlySet<string> =>
  new Set(everyRole(roles).flatMap((role) => (isGeometry(role) ? (/[\w.-]+$/.exec(role.at) ?? []) : [])));

/** The words beside the names of roles are those of the judged view, which every contract has. */
const ruleRequirement = (rule: Rule, finding: Finding, contract: Contract): MessageRequirement | undefined => {
  if (isAboutPacking(rule, contract))
    return rule.test.includes('bestand') ? 'message.content-holds-the-right-files' : undefined;
  const isBound = isBinding(finding.ground) && finding.severity === 'error';
  if (rule.test.includes('@gesloten =') && isBound) return 'message.closes-rings';
  if (isAboutGeometry(rule, contract)) return 'message.draws-right-geometry';
  if (finding.path.includes('!') && comparesWithMessage(rule, contract)) return 'message.content-agrees-with-metadata';
  if (finding.ground === 'assumed') return 'message.keeps-what-is-assumed';
  return isBound ? 'message.keeps-public-rules' : 'message.keeps-inferred-rules';
};

/** The last names of the paths that a rule selects what it looks at by. */
const subjectsOf = ({ context }: Rule): readonly string[] =>
  context.split('|').map((path) => /([\w.-]+)(?:\[[^\]]*\])?\s*$/.exec(path)?.[1] ?? '');

/** How content is packed is told file by file elsewhere. */
const isAboutPacking = (rule: Rule, { roles }: Contract): boolean => {
  const packed = new Set(
    everyRole(roles)
      .filter(isPacked)
      .map(({ name }) => name),
  );
  return subjectsOf(rule).every((name) => name === 'bestand' || packed.has(name));
};

const isAboutGeometry = (rule: Rule, { roles }: Contract): boolean => {
  const drawn = new Set(
    everyRole(roles)
      .filter(isGeometry)
      .map(({ name }) => name),
  );
  return (
    subjectsOf(rule).every((name) => name === 'deel' || name === 'positie' || drawn.has(name)) ||
    /:(?:deel|positie)\b|@(?:gesloten|enkelvoudig|verschillend|geldig|los|decimalen)\b/.test(
      expressionsOf(rule).join(' '),
    )
  );
};

/** Whether a rule about a payload looks at the message around it, at more than its document type. */
const comparesWithMessage = (rule: Rule, contract: Contract): boolean => {
  const type = boundTo(contract, 'documentType')?.roles[0]?.name;
  const [, ...others] = expressionsOf(rule);
  return others.some((expression) =>
    [...expression.matchAll(/:levering\/(?:[\w-]+:)?([\w.-]+)/g)].some(([, name]) => name !== type),
  );
};
