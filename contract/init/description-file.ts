import { stringify } from 'yaml';
import type { QName } from '#xml/qname';
import { allUses, type Use } from '../use.ts';
import type { OperationDraft, Plan } from './blueprint.ts';
import { rowsFile } from './description-rows.ts';
import type { FaultDraft } from './answer-drafts.ts';
import { sureness } from './finding.ts';
import { noPlaceFits } from './denied-uses.ts';
import { exampleFiles } from './example-files.ts';

/** `contract.yaml` of a plan; each binding says how sure it is and what else it could be. */
export const descriptionFile = (plan: Plan): string => {
  const { blueprint, roles, codeLists, tables } = plan;
  const { calendar, limits } = blueprint.shipped.entries;
  const examples = exampleFiles(plan.documentTypes);
  return [
    `# Made by 3pas contract init. What is guessed stands under open: look at each, correct what is wrong, and take its line out.\n`,
    yaml({ contract: nameOf(plan), title: titleOf(plan), provenance: provenanceOf(plan), namespaces: plan.namespaces }),
    `${suretyOf(plan, 'service.')}${yaml({ service: serviceOf(plan) })}`,
    yaml({
      schemas: {
        message: plan.messageSchema,
        rules: 'rules.sch',
        ...(plan.rules.hasFaces ? { faces: 'rules.mjs' } : {}),
      },
    }),
    `# What the papers say besides the schema, a row for each place; an empty row says nothing.\n${yaml({ description: { file: rowsFile, ...groundOf(plan) } })}`,
    ...(Object.keys(tables).length === 0 ? [] : [yaml({ tables })]),
    ...(codeLists.length === 0 ? [] : [yaml({ codeLists })]),
    yaml({
      documentTypes: plan.documentTypes.map((one) => ({
        ...one,
        ...ownDelivery(plan, one.name),
        example: examples.get(one.name),
        ...groundOf(plan),
      })),
    }),
    `${suretyOf(plan, 'roles.')}${yaml({ roles })}`,
    usesOf(plan),
    ...(plan.questions.length === 0 ? [] : [yaml({ open: plan.questions })]),
    `# What our own endpoint answers with.\n${yaml({ errorCodes: plan.errorCodes })}`,
    ...(calendar === undefined ? [] : [yaml({ calendar })]),
    yaml({ limits }),
  ].join('\n');
};

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

const nameOf = ({ blueprint: { offer } }: Plan): string => offer.port.service || offer.port.portType;

const titleOf = (plan: Plan): string => `${nameOf(plan)}, ${plan.blueprint.offer.operation.name}`;

const provenanceOf = ({ blueprint: { gathered, grounding } }: Plan): Readonly<Record<string, string>> => ({
  standing: 'reconstruction',
  basis: `made of ${gathered.wsdl[0].file}`,
  ...(grounding.source === '' ? {} : { source: grounding.source }),
});

const groundOf = ({ blueprint: { grounding } }: Plan): Readonly<Record<string, string>> => ({
  ground: grounding.ground,
  ...(grounding.source === '' ? {} : { source: grounding.source }),
});

/** The operation of a document type that has one of its own. */
const ownDelivery = (plan: Plan, name: string): Readonly<Record<string, unknown>> => {
  const own = plan.deliverOf.get(name);
  return own === undefined ? {} : { deliver: operationEntry(plan, own) };
};

const operationEntry = (
  plan: Plan,
  { request, response, ...one }: OperationDraft,
): Readonly<Record<string, string>> => ({
  ...one,
  request: prefixed(plan, request),
  response: prefixed(plan, response),
  ...groundOf(plan),
});

const prefixed = ({ namespaces }: Plan, { namespace, name }: QName): string => {
  const prefix = Object.entries(namespaces).find(([, one]) => one === namespace)?.[0];
  return prefix === undefined ? name : `${prefix}:${name}`;
};

const serviceOf = (plan: Plan): unknown => {
  const { operation } = plan.blueprint.offer;
  const { alive, answer, duplicate, fault, headers, numbers, others, request, response } = plan;
  const named = (name: QName): string => prefixed(plan, name);
  const { dossierNumber, status, statuses, failure } = answer;
  return {
    wsdl: 'service.wsdl',
    deliver: operationEntry(plan, { name: operation.name, action: operation.action ?? '', request, response }),
    ...(alive === undefined ? {} : { alive: operationEntry(plan, alive) }),
    ...(headers.length === 0
      ? {}
      : {
          headers: headers.map(({ element, fill }) => ({
            element: named(element),
            fill: fill.map(({ at, from }) => ({ at, from })),
          })),
        }),
    ...(others.length === 0 ? {} : { others }),
    answer: {
      dossierNumber,
      ...(numbers === undefined ? {} : { numbers }),
      ...(status === undefined ? {} : { status, statuses }),
      ...(failure === undefined ? {} : { failure }),
    },
    ...(fault === undefined ? {} : { fault: faultOf(plan, fault) }),
    ...(duplicate === undefined ? {} : { duplicate }),
  };
};

const faultOf = (plan: Plan, { detail, code, text, element }: FaultDraft): unknown => ({
  detail: prefixed(plan, detail),
  ...{ code, text },
  ...(element === undefined ? {} : { element }),
  ...groundOf(plan),
});

/** How sure the parts of a key are that were found, as comments. */
const suretyOf = ({ findings }: Plan, around: string): string =>
  findings
    .filter(({ about }) => about.startsWith(around))
    .map((finding) => `# ${finding.about}: ${sureness(finding)}\n`)
    .join('');

const noPlace = (use: Use): string =>
  use === 'authority' ? `${noPlaceFits}; certificate where the client certificate says it` : noPlaceFits;

const usesOf = ({ uses, absent }: Plan): string => {
  const lines = allUses.flatMap((use) => {
    const draft = uses.find((one) => one.use === use);
    if (draft === undefined) return absent.includes(use) ? [`  ${use}: none # ${noPlace(use)}`] : [];
    return [`  ${use}: ${draft.role} # ${sureness(draft)}`];
  });
  return `uses:\n${lines.join('\n')}\n`;
};
