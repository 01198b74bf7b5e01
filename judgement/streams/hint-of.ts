import type { Contract, Rule } from '#contract/contract';
import { aspectOf } from '#contract/schema-texts/schema-fault';
import type { Finding } from '../finding.ts';
import { expressionsOf, looksAtPositions } from '../follows.ts';
import type { RequirementId } from '../requirements/registry.ts';
import { requirements } from '../requirements/registry.ts';
import { aspectHints, causeHints, constraintHints, type Hint, ruleHint } from './hints.ts';

type Rules = Pick<Contract, 'rules' | 'schemas'>;

/** The cause and remedy that fit a finding: its own where its kind has them, or else those of the requirement that it breaks; none where they would not fit. */
export const hintOf = (finding: Finding, requirement: RequirementId | undefined, contract: Rules): Hint | undefined => {
  const { why, constraint } = finding;
  const own = (why === undefined ? undefined : causeHints[why]) ?? constraintHints[constraint];
  if (own !== undefined) return own;
  const about = requirement === undefined ? undefined : requirements.get(requirement);
  if (about === undefined || requirement === 'message.keeps-what-is-assumed') return about;
  if (/^[^#]*\.xsd#/.test(constraint) && finding.about !== 'list') return aspectHints[aspectOf(constraint)] ?? about;
  const rule = contract.rules.find(({ id }) => constraint === `${contract.schemas.rules}#${id}`);
  if (rule === undefined) return about;
  if (requirement === 'message.draws-right-geometry') return looksAtPositions(rule) ? about : undefined;
  return aboutFields.has(requirement) && readsOneField(rule) ? ruleHint : about;
};

const aboutFields: ReadonlySet<RequirementId | undefined> = new Set<RequirementId | undefined>([
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
