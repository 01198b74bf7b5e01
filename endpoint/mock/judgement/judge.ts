import type { Element } from 'slimdom';
import type { Contract } from '#contract/contract';
import { boundTo } from '#contract/roles/bindings';
import { knownMedia } from '#contract/roles/known-media';
import { askedOfSender, unknownOf } from '#contract/rules/about-sender';
import { aspectOf } from '#contract/schema-texts/schema-fault';
import { schemaText } from '#contract/schema-texts/schema-text';
import { oneMediumText } from '#contract/texts/one-medium-text';
import type { Bilingual } from '#contract/texts/bilingual';
import { filesText } from '#contract/texts/content-text';
import type { OpenElement } from '#xml/document';
import { type NamedMessage, nameMessages } from '#xml/schema/naming';
import type { XmlElement } from '#xml/tree';
import { compileRoles } from './compiled-roles.ts';
import type { Complaint } from '../../server/soap/complaint.ts';
import { littleEffort, wholeEffort } from './effort.ts';
import { belowRoot, mostMessages } from './payload.ts';
import { rulePlaces, type RulePlace } from './rule-place.ts';
import { compileRules, type RuleJudge } from './rules.ts';
import { createSchemas, type Schemas } from './schemas.ts';
import { summaryOf, type Summary } from './summary.ts';
import type { ViewFile } from './view-decoding.ts';
import { buildView, type View, type ViewContext, type ViewPlan } from './view.ts';
import { workingDays } from './working-day.ts';

/** What the mock thinks of a delivery; without complaints it is accepted, whatever the warnings. */
export interface Judgement {
  readonly complaints: readonly Complaint[];
  readonly warnings: readonly Complaint[];
  readonly summary: Summary;
  readonly files: readonly ViewFile[];
}

/** A request in an open document, the same as a tree, and how many elements stand around it. */
export interface Request {
  readonly node: OpenElement;
  readonly tree: XmlElement;
  readonly depth: number;
}

export interface Judge {
  readonly judge: (request: Request, context: ViewContext) => Judgement;
  /** What the message schema alone says, for a request that is no delivery. */
  readonly validate: (request: Request) => readonly Complaint[];
  readonly dispose: () => void;
}

/** The mock's own opinion: XSD by libxml2, the rest by code that the oracle does not share. */
export const createJudge = (contract: Contract): Judge => {
  const schemas = createSchemas(contract);
  const parts: Parts = {
    contract,
    schemas,
    plan: {
      roles: compileRoles(contract),
      decoder: {
        schemas,
        contentBytes: contract.limits.contentBytes,
        workingDay: workingDays(contract.decreeDays),
      },
    },
    rules: compileRules(contract),
    place: rulePlaces(contract),
  };
  return {
    judge: (request, context) => judge(parts, request, context),
    validate: (request) => validate(parts, request),
    dispose: schemas.dispose,
  };
};

interface Parts {
  readonly contract: Contract;
  readonly schemas: Schemas;
  readonly plan: Omit<ViewPlan, 'effort'>;
  readonly rules: RuleJudge;
  readonly place: RulePlace;
}

/** Schema, content, rules: what comes later is not told before what it rests on is right. */
const judge = (parts: Parts, request: Request, context: ViewContext): Judgement => {
  const schema = validate(parts, request);
  const effort = schema.length > 0 ? littleEffort() : wholeEffort();
  const view = buildView({ ...parts.plan, effort }, request.tree, context);
  const unreadable = schema.length > 0 ? schema : view.complaints;
  const rules = unreadable.length > 0 ? { complaints: unreadable, warnings: [] } : byRules(parts, view, context);
  return { ...rules, summary: summaryOf(parts.contract, view, { request: request.tree, context }), files: view.files };
};

const validate = ({ contract, schemas }: Parts, { node, tree, depth }: Request): readonly Complaint[] => {
  const { model, validator } = schemas.of(contract.schemas.message);
  return nameMessages(model, { tree, depth }, validator.validateElement(node, mostMessages)).map((one): Complaint => ({
    case: 'schema',
    id: one.constraint,
    at: belowRoot(one.at) || tree.name,
    text: isOfMedia(contract, one) ? withOneMedium(schemaText(one)) : schemaText(one),
  }));
};

const byRules = (parts: Parts, view: View, sender: ViewContext): Pick<Judgement, 'complaints' | 'warnings'> => {
  const breaches = parts
    .rules(view.document)
    .filter(({ rule }) => unknownOf(askedOfSender(rule), sender) === undefined);
  const ofSeverity = (severity: 'error' | 'warning'): readonly Complaint[] =>
    breaches
      .filter(({ rule }) => rule.severity === severity)
      .slice(0, mostMessages)
      .map(({ rule, element }) => ({
        case: 'rule',
        id: `${parts.contract.schemas.rules}#${rule.id}`,
        at: parts.place(view, rule, element),
        text: rule.test.includes('bestand') ? withFiles(rule.text, element) : rule.text,
      }));
  return { complaints: ofSeverity('error'), warnings: ofSeverity('warning') };
};

/** The text of a rule about the files of a zip, with their names. */
const withFiles = ({ nl, en }: Bilingual, element: Element): Bilingual => {
  const names = element.children.flatMap((child) => child.getAttribute('naam') ?? []);
  const files = filesText(names);
  return { nl: `${nl} ${files.nl}`, en: `${en} ${files.en}` };
};

/** Whether a medium is named once more than may be, or several in one value. */
const isOfMedia = (contract: Contract, { at, constraint, message }: NamedMessage): boolean => {
  const roles = boundTo(contract, 'medium')?.roles ?? [];
  const path = roles.map((role) => role.at.replace(/[\w.-]+:(?!:)/g, '')).join('/');
  const place = belowRoot(at).replace(/\[\d+\]/g, '');
  if (path === '' || place === '') return false;
  if (aspectOf(constraint) === 'maxOccurs') return `${path}/`.startsWith(`${place}/`);
  const [value = ''] = message.message.split("' is not an element of the set");
  return place === path && knownMedia.filter((medium) => value.includes(medium)).length > 1;
};

const withOneMedium = ({ nl, en }: Bilingual): Bilingual => ({
  nl: `${nl} ${oneMediumText.nl}`,
  en: `${en} ${oneMediumText.en}`,
});
