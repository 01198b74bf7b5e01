import { aspectOf } from '#contract/schema-texts/schema-fault';
import type { Contract } from '#contract/contract';
import type { Finding } from '../finding.ts';
import { asksPresence } from './asks-presence.ts';
import { messageRequirementOf } from './message-findings.ts';

/** So many findings of a message are held against each other, which takes the square of that. */
const most = 300;

/** Findings without those that say again what another says: one mistake is one finding, and of those that say the same one stays. */
export const withoutEchoes = (all: readonly Finding[], contract: Contract): readonly Finding[] => {
  const first = all.slice(0, most);
  const own = new Set(first);
  for (const finding of first)
    if (echoes.some((isEcho) => [...own].some((cause) => cause !== finding && isEcho(finding, cause, contract))))
      own.delete(finding);
  return [...own, ...all.slice(most)];
};

type IsEcho = (finding: Finding, cause: Finding, contract: Contract) => boolean;

/** What a value is, against what its element may be at all. */
const ofValue = /^(?:type|pattern|enumeration|length|minLength|maxLength|(?:min|max)(?:In|Ex)clusive)$/;

/** Beyond these a value is as it is, and can be compared with others. */
const ofLength = /^(?:maxLength|length)$/;

const isOfSchema = ({ constraint }: Finding): boolean => /^[^#]*\.xsd#/.test(constraint);

/** Where an attribute stands is where its element does. */
const elementOf = ({ path }: Finding): string => (path.includes('/@') ? path.slice(0, path.lastIndexOf('/@')) : path);

/** Of a rule that reads what is wrong already: at the same element, the value of another one, or all that an element of the wrong name holds. */
const followsCause: IsEcho = ({ follows, ...rule }, cause) => {
  if (follows === undefined || !isOfSchema(cause)) return false;
  const aspect = aspectOf(cause.constraint);
  if (elementOf(cause) === rule.path) return true;
  if (cause.constraint === follows && ofValue.test(aspect)) return !ofLength.test(aspect);
  return aspect === 'content' && parentOf(cause.path) === rule.path;
};

/** Of a field that a rule misses, where an element stands that was not read as what it is. */
const missesUnread: IsEcho = ({ follows, constraint, path }, cause, { rules, schemas }) => {
  if (follows === undefined || !isOfSchema(cause) || aspectOf(cause.constraint) !== 'content') return false;
  const rule = rules.find(({ id }) => constraint === `${schemas.rules}#${id}`);
  return rule !== undefined && asksPresence(rule) && isWithin(cause.path, path);
};

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

const placeOf = ({ at, path }: Finding): string => at ?? path;

const isWithin = (path: string, outer: string): boolean => path.startsWith(`${outer}/`) || path.startsWith(`${outer}!`);

const echoes: readonly IsEcho[] = [
  (finding, cause, contract) =>
    cause.constraint === 'text#whole-characters' &&
    messageRequirementOf(finding, contract) === 'message.content-agrees-with-metadata',
  followsCause,
  missesUnread,
  (finding, cause) =>
    cause.why === 'escaped' &&
    finding.path === cause.path &&
    isOfSchema(finding) &&
    aspectOf(finding.constraint) === 'minOccurs',
  (finding, cause) => cause.why === 'escaped' && finding.follows === cause.constraint,
  (finding, cause) =>
    cause.constraint === 'soap#inline' &&
    finding.path === parentOf(cause.path) &&
    /^content#(?:base64|zip)$|\/content$/.test(finding.constraint),
  (finding, cause) => cause.constraint === 'content#base64' && isOfSchema(finding) && finding.path === cause.path,
  (finding, cause) =>
    isOfSchema(cause) &&
    isOfSchema(finding) &&
    finding.path === cause.path &&
    ofValue.test(aspectOf(finding.constraint)) &&
    aspectOf(cause.constraint) === 'content',
  (finding, cause) =>
    cause.constraint === 'soap#no-soap-attributes' && /\/@(?:encodingStyle|actor|mustUnderstand)$/.test(finding.path),
  (finding, cause) =>
    cause.constraint === 'delivery#one-medium' &&
    aspectOf(finding.constraint) === 'maxOccurs' &&
    (parentOf(finding.path) === parentOf(cause.path) || isWithin(cause.path, finding.path)),
  (finding, cause) =>
    isOfSchema(cause) &&
    finding.path === cause.path &&
    aspectOf(cause.constraint) === 'attributes' &&
    aspectOf(finding.constraint) === 'use',
  // Degrees have more decimals than metres.
  (finding, cause, contract) =>
    cause.why === 'degrees' &&
    placeOf(finding) === placeOf(cause) &&
    messageRequirementOf(finding, contract) === messageRequirementOf(cause, contract),
  // What an element holds that is to go is no matter.
  (finding, cause) =>
    isOfSchema(cause) &&
    /^(?:maxOccurs|content|choice)$/.test(aspectOf(cause.constraint)) &&
    !isOfSchema(finding) &&
    !/^(?:delivery#one-medium|content#base64)$/.test(finding.constraint) &&
    (finding.path === cause.path || isWithin(finding.path, cause.path)),
  (finding, cause) =>
    aspectOf(finding.constraint) === 'root' &&
    finding.path.includes('!') &&
    finding.path.startsWith(`${cause.path}!`) &&
    cause.constraint.includes('.sch#'),
];
