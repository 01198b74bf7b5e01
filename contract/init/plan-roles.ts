import type { Grounding } from '../grounds/ground.ts';
import { detailsOf, type RoleDetails, type RoleEntry } from '../description/description-shape.ts';
import { allUses, type Use } from '../use.ts';
import { bindConcepts, type Bound } from './bind.ts';
import { withFiles } from './beside-drafts.ts';
import { alikeIn, type Branches, isEndless } from './branches.ts';
import type { Decisions, Shipped } from './blueprint.ts';
import { type Finding, questionAt, type Question } from './finding.ts';
import { lookalikeQuestion, lookalikesIn } from './lookalikes.ts';
import type { SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import type { Seen } from './seen.ts';
import { sureOf, valuesQuestions } from './said-by-values.ts';
import { type Telling, tellingOf } from './tellers.ts';
import type { Vocabulary } from './vocabulary.ts';
import { codeNames } from './value-names.ts';
import { withZippedFiles, zippedFindings, zipQuestion } from './zipped-files.ts';
import { hasAny, kindPlace, roleDraftsOf, type RoleDraft, type UseDraft } from './role-drafts.ts';

/** The roles of a folder, the uses that are bound to them, and what is open about these. */
export interface RolePlan {
  readonly roles: Readonly<Record<string, RoleEntry>>;
  readonly uses: readonly UseDraft[];
  readonly absent: readonly Use[];
  readonly questions: readonly Question[];
  readonly drafts: readonly RoleDraft[];
  /** Uses of which it is not sure where they are. */
  readonly guesses: readonly UseDraft[];
  /** The roles that no use is bound to. */
  readonly findings: readonly Finding[];
  /** What the document type is told by, where no text says it. */
  readonly branches: Branches | undefined;
  /** Where the document type may be told, where nothing is likely enough. */
  readonly mayTell: readonly string[];
}

/** What roles are planned from. */
export interface RolesFrom {
  readonly places: readonly SchemaPlace[];
  readonly shipped: Shipped;
  readonly prefixes: Prefixes;
  readonly vocabulary: Vocabulary;
  readonly decisions: Decisions;
  readonly branches: readonly Branches[];
  readonly grounding: Grounding;
  readonly seen: Seen;
}

/** Binds the places of a message to roles and uses. */
export const planRoles = (from: RolesFrom): RolePlan => {
  const { places, shipped, prefixes, vocabulary, decisions } = from;
  const { entries, tables } = shipped;
  const fitting = bindConcepts(places, vocabulary, {
    answers: decisions.answers,
    path: (one) => prefixes.path(one),
    seen: from.seen,
  });
  const isType = ({ concept: { role } }: Bound): boolean => role === entries.uses?.documentType;
  const endless = fitting.filter((one) => isType(one) && isEndless(one.place.values));
  const others = fitting.filter((one) => !isType(one));
  const telling = typeTelling(from, others);
  const bound = [...(telling?.bound === undefined ? [] : [telling.bound]), ...others];
  const known = entries.documentTypes.map(({ name }) => name);
  const valuesOf = (role: string): readonly string[] => (role === entries.uses?.documentType ? known : []);
  const found = roleDraftsOf({ places, bound, known: entries.roles, tables, valuesOf, prefixes, seen: from.seen });
  const drafts = withFiles(found, from)
    .map((draft) => withWords(inAllBranches(draft, from, telling?.branches), entries.uses?.documentType))
    .map((draft) => withZippedFiles(withoutOpenContent(draft, bound, from), from.grounding));
  const kinds = kindsOf(from, drafts);
  const own = bound.flatMap((one) => useOf(one, drafts, { ...from, telling }));
  const told = toldBy(from, telling);
  const all = [...own, ...told.uses, ...kinds.uses, ...noticeOf(own, drafts, shipped)];
  const roles = {
    ...told.roles,
    ...Object.fromEntries(drafts.map(({ name, entry }) => [name, plain(entry)])),
    ...kinds.roles,
  };
  const findings = unusedIn(drafts, { all, bound, prefixes });
  const unbound = allUses.filter((use) => !all.some((one) => one.use === use));
  const alike = lookalikesIn(from, drafts, unbound);
  const uses = decisions.takesGuesses ? all : all.filter(({ confidence }) => confidence !== 'guess');
  return {
    roles,
    uses,
    drafts,
    branches: telling?.branches,
    mayTell: all.some(({ use }) => use === 'documentType') ? [] : (telling?.others ?? []),
    guesses: all.filter(({ confidence }) => confidence === 'guess'),
    findings: [...findings, ...zippedFindings(drafts)],
    absent: unbound.filter((use) => !alike.some((one) => one.use === use)),
    questions: [
      ...all
        .filter((one) => one.use !== 'content' && isOpen(one))
        .map((one) => questionAt({ ...one, about: `uses.${one.use}` })),
      ...findings
        .filter(({ about, confidence }) => confidence === 'guess' && about !== `roles.${entries.uses?.content ?? ''}`)
        .map(questionAt),
      ...endless.map(({ place }) => endlessQuestion(prefixes.path(place), place.values.length)),
      ...openContent(bound, drafts, from),
      ...all.flatMap((one) => valuesQuestions(one, drafts)),
      ...alike.map(lookalikeQuestion),
    ],
  };
};

/** Whether somebody has to look where it is. */
const isOpen = ({ use, confidence, others }: UseDraft): boolean =>
  confidence === 'guess' || (use === 'documentType' && confidence === 'likely' && others.length > 0);

interface Used {
  readonly all: readonly UseDraft[];
  readonly bound: readonly Bound[];
  readonly prefixes: Prefixes;
}

/** Where the roles were found that no use is bound to; those without a name of their own are called as in the shipped contract. */
const unusedIn = (drafts: readonly RoleDraft[], { all, bound, prefixes }: Used): readonly Finding[] =>
  drafts.flatMap(({ name, entry: { at } }): readonly Finding[] => {
    if (all.some(({ role }) => role === name)) return [];
    const { confidence = 'likely', others = [] } = bound.find(({ concept }) => concept.role === name) ?? {};
    const elsewhere = others.map((one) => prefixes.path(one)).filter((one) => !at.split('|').includes(one));
    const isOne = others.length > 0 && elsewhere.length === 0;
    return [
      {
        about: `roles.${name}`,
        at,
        confidence: isOne && confidence === 'guess' ? 'likely' : confidence,
        others: elsewhere,
      },
    ];
  });

const endlessQuestion = (at: string, count: number): Question => ({
  about: 'uses.documentType',
  question: `does ${at} say the document type? It has ${String(count)} values, and a folder holds an example of each type; bind it, and name under documentTypes those that are delivered`,
});

const plain = (entry: RoleDraft['entry']): RoleEntry => (Object.keys(entry).length === 1 ? entry.at : entry);

/** The use that the shipped contract has of a role. */
const useFor = (role: string, { shipped }: RolesFrom): Use | undefined =>
  allUses.find((use) => shipped.entries.uses?.[use] === role);

const useOf = (
  { concept, confidence, others }: Bound,
  drafts: readonly RoleDraft[],
  from: RolesFrom & { readonly telling: Telling | undefined },
): readonly UseDraft[] => {
  const draft = drafts.find(({ name }) => name === concept.role);
  const use = useFor(concept.role, from);
  if (use === undefined || draft === undefined) return [];
  if (use === 'content' && draft.entry.decode === undefined) return [];
  const { path } = from.prefixes;
  const { at } = draft.entry;
  const told = use === 'documentType' ? from.telling?.others : undefined;
  const elsewhere = (told ?? others.map((one) => path(one))).filter((one) => !at.split('|').includes(one));
  const isSure = confidence !== 'guess' || (others.length > 0 && elsewhere.length === 0);
  const found = isSure && confidence === 'guess' ? 'likely' : confidence;
  return [{ use, role: draft.name, at, confidence: sureOf({ use, draft, confidence: found }), others: elsewhere }];
};

/** A role that stands in each of some branches is found in all of them. */
const inAllBranches = (draft: RoleDraft, { places, prefixes, branches }: RolesFrom, chosen?: Branches): RoleDraft => {
  if (draft.entry.at !== prefixes.path(draft.place)) return draft;
  const all = [...(chosen === undefined ? [] : [chosen]), ...branches]
    .map((one) => alikeIn(one, places, draft.place))
    .find((alike) => alike.length > 1);
  return all === undefined
    ? draft
    : { ...draft, entry: { ...draft.entry, at: all.map((one) => prefixes.path(one)).join('|') } };
};

/** What tells the document type, among what no other role was found at. */
const typeTelling = (
  { places, branches, shipped, vocabulary, prefixes, seen, decisions: { answers } }: RolesFrom,
  bound: readonly Bound[],
): Telling | undefined => {
  const concept = vocabulary.concepts.find(({ role }) => role === shipped.entries.uses?.documentType);
  const free = places.filter((place) => !isEndless(place.values) && !bound.some((one) => one.place === place));
  return concept && tellingOf({ concept, places: free, branches, vocabulary, prefixes, answers, seen });
};

/** What holds the content only by a guess that nobody takes is any bytes. */
const withoutOpenContent = (draft: RoleDraft, bound: readonly Bound[], from: RolesFrom): RoleDraft => {
  const isGuess = bound.some(({ concept, confidence }) => concept.role === draft.name && confidence === 'guess');
  if (!isGuess || from.decisions.takesGuesses || useFor(draft.name, from) !== 'content') return draft;
  return { ...draft, entry: { at: draft.entry.at } };
};

/** The codes of document types by what the schema calls them. */
const withWords = (draft: RoleDraft, typeRole: string | undefined): RoleDraft => {
  const codes = draft.name === typeRole ? codeNames(draft.place.type, draft.place.values) : new Map<string, string>();
  return codes.size === 0 ? draft : { ...draft, entry: { ...draft.entry, codes: Object.fromEntries(codes) } };
};

/** Where no text says the document type, an element or a type that stands for others may. */
const toldBy = ({ shipped }: RolesFrom, telling: Telling | undefined): Kinds => {
  const role = shipped.entries.uses?.documentType ?? '';
  if (telling?.branches === undefined) return { roles: {}, uses: [] };
  const { branches, confidence, others } = telling;
  return {
    roles: { [role]: { at: branches.at, ...typeLists(shipped, branches.names) } },
    uses: [{ use: 'documentType', role, at: branches.at, confidence, others }],
  };
};

/** The table of document types, where it has these. */
const typeLists = ({ entries, tables }: Shipped, names: readonly string[]): Pick<RoleDetails, 'lists'> => {
  const known = entries.roles[entries.uses?.documentType ?? ''];
  const { lists } = known === undefined ? {} : detailsOf(known);
  return typeof lists === 'string' && hasAny(tables.get(lists), names) ? { lists } : {};
};

/** What stands behind base64 no schema says. */
const openContent = (bound: readonly Bound[], drafts: readonly RoleDraft[], from: RolesFrom): readonly Question[] =>
  bound.flatMap(({ concept, place }) => {
    if (useFor(concept.role, from) !== 'content') return [];
    const draft = drafts.find(({ name }) => name === concept.role);
    const { payload, decode } = draft?.entry ?? {};
    const at = from.prefixes.path(place);
    return [
      {
        about: 'uses.content',
        question:
          decode === 'file'
            ? `does ${at} hold one PDF? No WSDL says it; XML needs a payload`
            : draft === undefined || payload === undefined
              ? `what does ${at} hold: a zip, or one file that is XML or PDF? Until the role has decode and payload it is filled with any bytes`
              : zipQuestion(draft, at, payload.schema),
      },
    ];
  });

/** The paragraphs of the content that comes with the shipped schema. */
const noticeOf = (
  uses: readonly UseDraft[],
  drafts: readonly RoleDraft[],
  { entries }: Shipped,
): readonly UseDraft[] => {
  const content = uses.find(({ use }) => use === 'content');
  const draft = drafts.find(({ name }) => name === content?.role);
  const paragraph = lastOf(entries.uses?.notice);
  if (content === undefined || draft?.entry.payload?.roles?.[paragraph] === undefined) return [];
  const role = `${content.role}/${paragraph}`;
  return [{ ...content, use: 'notice', role, at: `${content.at}, ${paragraph}`, others: [], confidence: 'likely' }];
};

const lastOf = (path = ''): string => path.slice(path.lastIndexOf('/') + 1);

interface Kinds {
  readonly roles: Readonly<Record<string, RoleEntry>>;
  readonly uses: readonly UseDraft[];
}

const bodies = [
  ['authority', 'authorityKind'],
  ['publisher', 'publisherKind'],
] as const;

/** The kinds of bodies: a role in that of the name where it stands there, else one by itself. */
const kindsOf = ({ places, shipped, prefixes, vocabulary }: RolesFrom, drafts: readonly RoleDraft[]): Kinds => {
  const roles: Record<string, RoleEntry> = {};
  const uses = bodies.flatMap(([body, use]): readonly UseDraft[] => {
    const draft = drafts.find(({ name }) => name === shipped.entries.uses?.[body]);
    const place = draft && kindPlace(places, draft.place, vocabulary);
    if (draft === undefined || place === undefined) return [];
    const kind = lastOf(shipped.entries.uses?.[use]);
    const isInside = draft.entry.roles?.[kind] !== undefined;
    const role = isInside ? `${draft.name}/${kind}` : `${draft.name}-${kind}`;
    const at = prefixes.path(place);
    if (!isInside) roles[role] = at;
    return [{ use, role, at, confidence: 'likely', others: [] }];
  });
  return { roles, uses };
};
