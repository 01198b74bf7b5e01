import type { Contract, Rule } from '#contract/contract';
import { aspectOf } from '#contract/schema-texts/schema-fault';
import type { Finding } from '../finding.ts';
import { expressionsOf } from '#contract/rules/expressions';
import type { RequirementId } from '../requirements/registry.ts';
import { requirements } from '../requirements/registry.ts';
import { asksPresence } from './asks-presence.ts';
import { fileHints } from './content-hints.ts';
import { drawnHints, geometryHints } from './geometry-hints.ts';
import type { Hint } from './hint.ts';
import { absentHint, aspectHints, causeHints, constraintHints, dayHint, repeatedHint, ruleHint } from './hints.ts';

type Rules = Pick<Contract, 'rules' | 'schemas'>;

/** The cause and remedy that fit a finding: its own where its kind has them, or else those of the requirement that it breaks; none where they would not fit. */
export const hintOf = (finding: Finding, requirement: RequirementId | undefined, contract: Rules): Hint | undefined => {
  const { why, constraint } = finding;
  const own = (why === undefined ? undefined : causeHints[why]) ?? constraintHints[constraint];
  const about = requirement === undefined ? undefined : aboutOf(requirement);
  if (own !== undefined || about === undefined) return own;
  if (isOfSchema(constraint)) return ofSchema(finding, about);
  const rule = contract.rules.find(({ id }) => constraint === `${contract.schemas.rules}#${id}`);
  return rule === undefined ? about : ofRule(rule, about);
};

/** What a requirement says of its breach. */
interface About extends Hint {
  readonly id: RequirementId;
}

const aboutOf = (id: RequirementId): About | undefined => {
  const known = requirements.get(id);
  return known && { id, cause: known.cause, remedy: known.remedy };
};

const drawn = 'message.draws-right-geometry';

const ofSchema = ({ about: kind, constraint }: Finding, about: About): Hint | undefined => {
  if (kind === 'list') return about;
  const aspect = aspectOf(constraint);
  if (about.id === drawn) return drawnAspects[aspect];
  return aspectHints[aspect] ?? about;
};

const ofRule = (rule: Rule, about: About): Hint | undefined => {
  if (about.id === drawn) return drawnHints.find(([seen]) => seen.test(rule.test))?.[1];
  if (about.id === 'message.content-holds-the-right-files')
    return fileHints[rule.test.includes("'pdf'") ? 'pdf' : 'xml'];
  if (!aboutFields.has(about.id)) return about;
  if (/\bpreceding-sibling::|\bfollowing-sibling::/.test(rule.test)) return repeatedHint;
  if (/@werkdag\b|\$vandaag\b/.test(rule.test)) return dayHint;
  if (asksPresence(rule)) return absentHint;
  return readsOneField(rule) ? ruleHint : about;
};

/** Of elements where text belongs, and of a position with another number of values than x and y. */
const drawnAspects: Readonly<Record<string, Hint>> = {
  content: geometryHints['wkt-form'],
  length: geometryHints['wkt-height'],
};

const isOfSchema = (constraint: string): boolean => /^[^#]*\.xsd#/.test(constraint);

const aboutFields: ReadonlySet<string> = new Set<RequirementId>([
  'message.keeps-public-rules',
  'message.keeps-inferred-rules',
]);

/** Whether a rule looks at one field of a delivery alone, whatever it holds it against. */
const readsOneField = (rule: Rule): boolean => {
  const [context = '', ...tests] = expressionsOf(rule);
  const own = namesIn(context).at(-1);
  return namesIn(tests.join(' ')).every((name) => name === own || /^(?:beeld|levering|context|lijst)$/.test(name));
};

const namesIn = (expression: string): readonly string[] =>
  [...expression.matchAll(/:([A-Za-z][\w-]*)/g)].map(([, name = '']) => name);
