import { deliveriesOf } from '#contract/deliveries';
import { payloadAround, boundTo } from '#contract/roles/bindings';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract, WireName } from '#contract/contract';
import { allUses, type Use } from '#contract/use';
import { type MarkupValue, markupValues } from './markup-values.ts';
import { type Permitted, type Permits, permitsOf } from './permitted.ts';
import { type HeldFile, type NamedBody, type RoleReading, meantBy, paired, withRoles } from './role-values.ts';
import { textReadings } from './text-readings.ts';

/** What marks a delivery as a test, as far as the types of the contract take it. */
export interface Marks {
  /** What a title begins with. */
  readonly title: string | undefined;
  /** What a reference of this run begins with. */
  readonly reference: string | undefined;
  /** What the first paragraph of a content begins with. */
  readonly notice: string | undefined;
}

/** What a delivery may name, and what it must bear. */
export interface Manners extends Permitted {
  /** Undefined for bytes of a vendor, which need bear none. */
  readonly marks: Marks | undefined;
}

/** Why a message must not leave, by its own bytes; undefined for one that may. */
export type MannersJudge = (message: Uint8Array) => Bilingual | undefined;

/** A judge of what leaves: it reads the roles of the contract, and once more as a careless reader would. */
export const mannersJudge = (contract: Contract, manners: Manners): MannersJudge => {
  const permits = permitsOf(contract, manners);
  return (message) => {
    if (message.length === 0) return undefined;
    return withRoles(contract, message, (roles) => judge({ contract, manners, permits }, message, roles));
  };
};

interface Judging {
  readonly contract: Contract;
  readonly manners: Manners;
  readonly permits: Permits;
}

const judge = (judging: Judging, message: Uint8Array, roles: RoleReading | undefined): Bilingual | undefined => {
  const { contract, manners } = judging;
  const texts = textReadings(message);
  if (!texts.some((text) => /^[\s\uFEFF]*</.test(text)))
    return { nl: 'er is niets in te lezen', en: 'it can not be read' };
  const values = texts.flatMap(markupValues);
  if (isAlive(contract, values)) return undefined;
  if (roles === undefined && !manners.nothing)
    return { nl: 'het bericht is niet als aanlevering te lezen', en: 'it can not be read as a delivery' };
  const files = roles?.files() ?? [];
  const said = saidIn(judging, { values, roles, files });
  if (roles === undefined && said.isEmpty) return undefined;
  return unread(judging, roles, files) ?? named(judging, said) ?? unmarked(judging, said);
};

/** The connection test names nothing. */
const isAlive = ({ service }: Contract, values: readonly MarkupValue[]): boolean => {
  const has = (name: string): boolean => values.some(({ elements }) => elements.at(-1) === name);
  const { alive } = service;
  return (
    alive !== undefined && has(alive.request.name) && !deliveriesOf(service).some(({ request }) => has(request.name))
  );
};

/** All that a message says, in either reading. */
interface Said {
  readonly texts: (use: Use) => readonly string[];
  readonly bodies: (name: Use, kind: Use) => readonly NamedBody[];
  readonly notices: readonly (string | undefined)[];
  readonly all: readonly MarkupValue[];
  /** Nothing of a delivery was found. */
  readonly isEmpty: boolean;
}

interface Read {
  readonly values: readonly MarkupValue[];
  readonly roles: RoleReading | undefined;
  readonly files: readonly (HeldFile | undefined)[];
}

const saidIn = ({ contract, manners }: Judging, { values, roles, files }: Read): Said => {
  const documents = files.flatMap((file) => (file === undefined || isPdf(file) ? [] : [file.bytes]));
  const inside = documents.flatMap(textReadings).flatMap(markupValues);
  const own = withoutEnvelope(contract, values);
  const careless = (use: Use): readonly string[] => {
    const binding = boundTo(contract, use);
    if (binding === undefined) return [];
    if (use === 'documentType' && binding.roles.at(-1)?.told?.by === 'element') return namedTypes(contract, own);
    const names = contract.wireNames[use] ?? [];
    return (payloadAround(binding) === undefined ? own : inside)
      .filter((value) => names.some((name) => isCalled(value, name)))
      .map(({ value }) => meantBy(contract, use, value));
  };
  const pdfs = files.flatMap((file) => (file !== undefined && isPdf(file) ? [noticeOf(file, manners.marks)] : []));
  return {
    texts: (use) => [...(roles?.texts(use) ?? []), ...careless(use)],
    bodies: (name, kind) => [...(roles?.bodies(name, kind) ?? []), ...carelessBodies(careless(name), careless(kind))],
    notices: [...(roles?.notices() ?? []), ...pdfs],
    all: [...values, ...inside],
    isEmpty: allUses.every((use) => careless(use).length === 0),
  };
};

/** Document types that elements are called after. */
const namedTypes = (contract: Contract, values: readonly MarkupValue[]): readonly string[] => {
  const types = new Set(contract.documentTypes.map(({ name }) => name));
  const called = values.flatMap(({ elements, attribute }) => (attribute === undefined ? elements.slice(-1) : []));
  return [...new Set(called.map((name) => meantBy(contract, 'documentType', name)))].filter((name) => types.has(name));
};

/** A request in its place, and the envelope and body around it, are no values, whatever the elements in it are called. */
const withoutEnvelope = ({ service }: Contract, values: readonly MarkupValue[]): readonly MarkupValue[] => {
  const names = deliveriesOf(service).map(({ request }) => request.name);
  const isWrapped = values.some(({ elements }) => names.includes(elements[2] ?? ''));
  return isWrapped
    ? values.filter(({ elements, attribute }) => attribute !== undefined || elements.length > 3)
    : values;
};

/** A careless reader pairs what stands in the same order. */
const carelessBodies = (names: readonly string[], kinds: readonly string[]): readonly NamedBody[] =>
  kinds.length === names.length ? paired(names, kinds) : paired(names, []);

const isCalled = ({ elements, attribute }: MarkupValue, name: WireName): boolean =>
  attribute === name.attribute &&
  name.elements.every((one, index) => elements[elements.length - name.elements.length + index] === one);

const isPdf = ({ bytes }: HeldFile): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/** A PDF of ours has its text as it is. */
const noticeOf = ({ bytes }: HeldFile, marks: Marks | undefined): string => {
  const { notice, reference } = marks ?? { notice: undefined, reference: undefined };
  const mark = reference ?? notice ?? '';
  return Buffer.from(bytes).includes(mark, 0, 'latin1') ? (notice ?? mark) : '';
};

/** A payload that can't be read hides what it says: only what may break something has one, and nothing that counts stands in it. */
const unread = (
  { contract, manners }: Judging,
  roles: RoleReading | undefined,
  files: readonly (HeldFile | undefined)[],
): Bilingual | undefined => {
  if (roles !== undefined && !files.includes(undefined)) return undefined;
  const hidden = (['authority', 'publisher', 'medium'] as const).find((use) => {
    const binding = boundTo(contract, use);
    return binding !== undefined && payloadAround(binding) !== undefined;
  });
  if (hidden !== undefined)
    return {
      nl: `uses.${hidden} staat in een bijlage die niet te lezen is`,
      en: `uses.${hidden} stands in a payload that can not be read`,
    };
  return manners.nothing ? undefined : unreadable;
};

const unreadable: Bilingual = { nl: 'een bijlage erin is niet te lezen', en: 'a payload in it can not be read' };

const named = ({ permits }: Judging, said: Said): Bilingual | undefined => {
  for (const [use, kind] of [
    ['authority', 'authorityKind'],
    ['publisher', 'publisherKind'],
  ] as const) {
    const body = said.bodies(use, kind).find((one) => !permits.body(use, one));
    if (body !== undefined) return foreignBody(`${[body.kind, `"${body.name}"`].join(' ').trim()} (uses.${use})`);
  }
  const medium =
    said.texts('medium').find((value) => !permits.medium(value)) ??
    said.all.find(({ value }) => permits.isForeignMedium(value))?.value;
  if (medium !== undefined) return foreignMedium(medium.trim());
  const type = said.texts('documentType').find((value) => !permits.documentType(value));
  return type === undefined ? undefined : foreignType(type.trim());
};

const foreignBody = (body: string): Bilingual => ({
  nl: `het noemt ${body}, een organisatie die niet in het profiel staat (bevoegdGezag)`,
  en: `it names ${body}, a body that the profile does not list (bevoegdGezag)`,
});

const foreignMedium = (medium: string): Bilingual => ({
  nl: `het vraagt om het medium "${medium}", dat niet in het profiel staat (media)`,
  en: `it asks for the medium "${medium}", which the profile does not list (media)`,
});

const foreignType = (type: string): Bilingual => ({
  nl: `het is van het documenttype "${type}", en dat vraagt een toestemming van KOOP (toestemming in het profiel)`,
  en: `it is of the document type "${type}", which needs a permission of KOOP (toestemming in the profile)`,
});

/** A title never goes unmarked; another mark may be broken by a violation where one of them is whole. */
const unmarked = ({ manners: { marks, nothing } }: Judging, said: Said): Bilingual | undefined => {
  if (marks === undefined) return undefined;
  const whole = (texts: readonly (string | undefined)[], mark: string | undefined): readonly (boolean | undefined)[] =>
    mark === undefined
      ? []
      : texts.map((text) => (text === undefined || text.trim() === '' ? undefined : text.trim().startsWith(mark)));
  const [titles, references] = [
    whole(said.texts('title'), marks.title),
    whole(said.texts('reference'), marks.reference),
  ];
  const notices = whole(said.notices, marks.notice);
  if (titles.includes(false)) return unmarkedTitle(marks.title ?? '');
  const others = [...references, ...notices];
  if (!nothing && others.includes(false)) return unmarkedText;
  return [...titles, ...others].includes(true) ? undefined : unmarkedAll;
};

const unmarkedTitle = (mark: string): Bilingual => ({
  nl: `de titel begint niet met ${mark}`,
  en: `its title does not begin with ${mark}`,
});

const unmarkedText: Bilingual = {
  nl: 'het referentienummer of de eerste alinea zegt niet dat het een test is',
  en: 'its reference or its first paragraph does not say that it is a test',
};

const unmarkedAll: Bilingual = {
  nl: 'nergens staat dat het een test is',
  en: 'nothing in it says that it is a test',
};
