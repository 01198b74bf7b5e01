import { readSchema } from '#xml/schema/read';
import type {
  Contract,
  DocumentType,
  Fill,
  FilledElement,
  KeyPart,
  Operation,
  RefusalPaths,
  Role,
  Rule,
  Service,
} from '../contract.ts';
import type { TableEntry } from '../table.ts';
import { deliveriesOf } from '../deliveries.ts';
import { allErrors, type ErrorCode } from '../error-cases.ts';
import { elementParts } from './element-parts.ts';
import { factsOf, type Part } from './part.ts';

/** All that a contract says of its interface, one part for each thing that it speaks of. */
export const contractParts = (contract: Contract): readonly Part[] => [
  folderPart(contract),
  ...serviceParts(contract),
  duplicatePart(contract),
  ...contract.documentTypes.map(documentTypePart),
  ...schemaParts(contract),
  ...tableParts(contract),
  ...rolesIn(contract.roles).map(({ path, role }) => rolePart(contract, path, role)),
  ...contract.rules.map(rulePart),
  ...variableParts(contract),
  ...allErrors(contract).map(([name, code]) => errorPart(name, code, contract)),
];

const folderPart = ({ id, title, provenance, limits, confirmed, uses }: Contract): Part => ({
  topic: 'folder',
  at: 'contract.yaml',
  facts: factsOf({
    title: `${id}: ${title}`,
    standing: confirmed ? 'confirmed' : provenance['standing'],
    authority: uses.authority === 'certificate' ? uses.authority : undefined,
    bytes: `${String(limits.messageBytes)} / ${String(limits.contentBytes)}`,
  }),
});

/** By role, so that two folders that name one place in two ways agree. */
const duplicatePart = ({ duplicate }: Contract): Part => {
  const told = (parts: readonly KeyPart[] = []): string =>
    parts
      .map(({ name, binding }) => binding?.path ?? name)
      .toSorted()
      .join(', ');
  return {
    topic: 'service',
    at: 'duplicate',
    facts: factsOf({
      key: duplicate === undefined ? 'none' : told(duplicate.key),
      unless: told(duplicate?.unless),
      ground: duplicate?.ground,
    }),
  };
};

const serviceParts = ({ service, otherOperations }: Contract): readonly Part[] => [
  ...operationParts('deliver', service.deliver),
  ...Object.entries(service.deliverOf).flatMap(([type, one]) => operationParts(`deliver ${type}`, one)),
  ...operationParts('alive', service.alive),
  ...(service.alive?.filled.fills ?? []).map(fillPart),
  ...otherOperations.map((name): Part => ({ topic: 'service', at: `operation ${name}`, facts: {} })),
  ...service.headers.map(headerPart),
  ...answerParts(service),
];

const fillPart = ({ at, from, text }: Fill): Part => ({
  topic: 'service',
  at: `alive fill ${at}`,
  facts: factsOf({ text: from ?? text }),
});

const headerPart = ({ element, fills }: FilledElement): Part => ({
  topic: 'service',
  at: `header ${element.name}`,
  facts: factsOf({
    namespace: element.namespace,
    fills: fills.map((fill) => `${fill.at} = ${fill.from ?? fill.text}`).join(', '),
  }),
});

const answerParts = ({ answer, fault }: Service): readonly Part[] => {
  const { outcome, failure, numbers } = answer;
  const paths = {
    ...{ dossierNumber: answer.dossierNumber, status: outcome?.status },
    ...inside('failure', { ...failure, flag: failure?.flag?.at }),
    ...inside('fault', { ...fault, detail: fault?.detail.name }),
  };
  return [
    ...(numbers === undefined ? [] : [numbersPart(numbers)]),
    ...Object.entries(paths).flatMap(([at, found]): readonly Part[] =>
      found === undefined ? [] : [{ topic: 'answers', at, facts: { path: withoutPrefixes(found) } }],
    ),
    ...Object.entries(valuesOf(answer)).flatMap(([at, value]): readonly Part[] =>
      value === undefined ? [] : [{ topic: 'answers', at, facts: { value } }],
    ),
  ];
};

/** A pattern is told of the element, whose type it narrows. */
const numbersPart = ({ first, none, ground }: NonNullable<Service['answer']['numbers']>): Part => ({
  topic: 'answers',
  at: 'numbers',
  facts: factsOf({ value: [first, none].filter((one) => one !== undefined).join(', '), ground }),
});

/** What an answer says of what became of a delivery. */
const valuesOf = ({ outcome, failure }: Service['answer']): Readonly<Record<string, string | undefined>> => ({
  ...Object.fromEntries(Object.entries(outcome?.statuses ?? {}).map(([name, value]) => [`status ${name}`, value])),
  ...{ 'failure.failed': listed(failure?.flag?.failed), 'failure.succeeded': listed(failure?.flag?.succeeded) },
});

const listed = (all: readonly string[] = []): string | undefined => (all.length === 0 ? undefined : all.join(', '));

/** Where a refusal says what is wrong, under a name for each place. */
const inside = (
  name: string,
  {
    code,
    text,
    element,
    ...more
  }: Partial<RefusalPaths> & { readonly flag?: string | undefined; readonly detail?: string | undefined },
): Readonly<Record<string, string | undefined>> => ({
  ...{ [`${name}.code`]: code, [`${name}.text`]: text, [`${name}.element`]: element },
  ...{ [`${name}.flag`]: more.flag, [`${name}.detail`]: more.detail },
});

const operationParts = (use: string, operation: Operation | undefined): readonly Part[] => {
  if (operation === undefined) return [];
  const { name, action, request, response } = operation;
  const facts = { title: name, action, request: request.name, response: response.name, namespace: request.namespace };
  return [{ topic: 'service', at: use, facts: factsOf(facts) }];
};

const documentTypePart = ({ name, label, content, needs, ground }: DocumentType): Part => ({
  topic: 'document-types',
  at: name,
  facts: factsOf({ label, content, needs, ground }),
});

/** Lists that several elements are of are told once. */
const schemaParts = (contract: Contract): readonly Part[] => {
  const { fault } = contract.service;
  const [deliver, ...others] = deliveriesOf(contract.service);
  const model = readSchema(contract.files, contract.schemas.message);
  const payloads = rolesIn(contract.roles).flatMap(({ path, role: { payload } }) => {
    if (payload === undefined) return [];
    const inside = readSchema(contract.files, payload.schema);
    return elementParts({ model: inside, topic: 'elements', label: path }, payload.root);
  });
  const all = [
    ...elementParts({ model, topic: 'elements', label: 'request' }, deliver.request),
    ...payloads,
    ...elementParts({ model, topic: 'answers', label: 'response' }, deliver.response),
    ...others.flatMap(({ name, request, response }) => [
      ...elementParts({ model, topic: 'elements', label: name }, request),
      ...elementParts({ model, topic: 'answers', label: `response ${name}` }, response),
    ]),
    ...(fault === undefined ? [] : elementParts({ model, topic: 'answers', label: 'detail' }, fault.detail)),
  ];
  return [...new Map(all.map((part) => [`${part.topic} ${part.at}`, part])).values()];
};

const tableParts = ({ tables }: Contract): readonly Part[] =>
  [...tables].map(([file, { entries, of, ground }]) => ({
    topic: 'lists',
    at: file.replace(/^.*\//, '').replace(/\.\w+$/, ''),
    facts: factsOf({ date: of, ground }),
    values: new Map(
      [...Map.groupBy(entries, ({ value }) => value)].map(([value, all]) => [
        value,
        all.map(ofEntry).sort().join('; '),
      ]),
    ),
  }));

const ofEntry = ({ code, kind, begin, end }: TableEntry): string =>
  [code, kind, begin === undefined && end === undefined ? undefined : `${begin ?? ''}..${end ?? ''}`]
    .filter((one) => one !== undefined)
    .join(', ');

/** A role with the names of those around it. */
export interface PathOfRole {
  readonly path: string;
  readonly role: Role;
  /** Where it stands, where plain steps say so: as in `Part.at` of elements. */
  readonly at: string | undefined;
}

/** Every role with those inside it, outermost first. */
export const rolesIn = (roles: readonly Role[]): readonly PathOfRole[] => rolesFrom(roles, '', 'request');

const rolesFrom = (roles: readonly Role[], around: string, from: string | undefined): readonly PathOfRole[] =>
  roles.flatMap((role) => {
    const path = `${around}${role.name}`;
    const at = from === undefined || !plain.test(role.at) ? undefined : `${from}/${withoutPrefixes(role.at)}`;
    return [
      { path, role, at },
      ...rolesFrom(role.roles, `${path}/`, at),
      ...rolesFrom(role.payload?.roles ?? [], `${path}/`, path),
    ];
  });

const plain = /^(?:[\w.-]+:)?[\w.-]+(?:\/@?(?:[\w.-]+:)?[\w.-]+)*$|^@(?:[\w.-]+:)?[\w.-]+$/;
const withoutPrefixes = (xpath: string): string => xpath.replace(/[\w.-]+:/g, '');

const rolePart = ({ uses }: Contract, path: string, role: Role): Part => ({
  topic: 'roles',
  at: path,
  facts: factsOf({
    path: role.isNone ? 'none' : withoutPrefixes(role.at),
    decoding: role.decode,
    content: role.payload?.root.name,
    file: role.decode === 'zip' ? role.payload?.file : undefined,
    beside: [role.beside.name, role.beside.mediaType].filter((one) => one !== undefined).join(', '),
    list: role.values ?? Object.keys(role.lists).join(', '),
    codes: [...role.codes].map(([code, word]) => `${code} = ${word}`).join(', '),
    use: Object.entries(uses)
      .filter(([, binding]) => typeof binding !== 'string' && binding.path === path)
      .map(([use]) => use)
      .join(', '),
  }),
});

const rulePart = ({ id, severity, context, test, text, ground }: Rule): Part => ({
  topic: 'rules',
  at: id,
  facts: factsOf({
    severity,
    ground,
    text: text.nl,
    test: [context, test].join('\n').replace(/[ \t]+/g, ' '),
  }),
});

/** The variables of rules, each once with the rules that use it, by way of another one too. */
const variableParts = ({ rules }: Contract): readonly Part[] => {
  const all = rules.flatMap((rule) => rule.lets.map(({ name, value }) => ({ name, value, rule })));
  return [...Map.groupBy(all, ({ name }) => name)].map(([name, own]) => ({
    topic: 'rules',
    at: `$${name}`,
    facts: factsOf({ test: [...new Set(own.map(({ value }) => value))].join('\n').replace(/[ \t]+/g, ' ') }),
    users: own.flatMap(({ rule }) => (usesVariable(rule, name) ? [rule.id] : [])),
  }));
};

/** Whether an expression names a variable, by itself or by way of others. */
const usesVariable = ({ test, lets }: Pick<Rule, 'test' | 'lets'>, name: string): boolean =>
  [...test.matchAll(/\$([\w.-]+)/g)].some(([, used]) => {
    const rest = lets.filter((one) => one.name !== used);
    const way = lets.find((one) => one.name === used);
    return used === name || (way !== undefined && usesVariable({ test: way.value, lets: rest }, name));
  });

const errorPart = (name: string, { code, text, ground }: ErrorCode, { ownErrors }: Contract): Part => ({
  topic: 'errors',
  at: name,
  facts: factsOf({ code, text: text.nl, of: ownErrors.find((one) => one.name === name)?.of.join(', '), ground }),
});
