import type { RoleEntry } from '../description/description-shape.ts';
import { allUses, type Use } from '../use.ts';
import { bindConcepts, type Bound } from './bind.ts';
import type { Question, Shipped } from './blueprint.ts';
import type { SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import { kindPlace, roleDraftsOf, type RoleDraft, type UseDraft } from './role-drafts.ts';

/** The roles of a folder, the uses that are bound to them, and what is open about these. */
export interface RolePlan {
  readonly roles: Readonly<Record<string, RoleEntry>>;
  readonly uses: readonly UseDraft[];
  readonly absent: readonly Use[];
  readonly questions: readonly Question[];
  readonly drafts: readonly RoleDraft[];
}

/** Binds the places of a message to roles and uses. */
export const planRoles = (places: readonly SchemaPlace[], shipped: Shipped, prefixes: Prefixes): RolePlan => {
  const bound = bindConcepts(places);
  const drafts = roleDraftsOf({ places, bound, known: shipped.entries.roles, prefixes });
  const kinds = kindsOf(places, drafts, prefixes);
  const roles = { ...Object.fromEntries(drafts.map(({ name, entry }) => [name, plain(entry)])), ...kinds.roles };
  const own = bound.flatMap((one) => useOf(one, drafts, prefixes));
  const uses = [...own, ...kinds.uses, ...noticeOf(own, drafts)];
  return {
    roles,
    uses,
    drafts,
    absent: allUses.filter((use) => !uses.some((one) => one.use === use)),
    questions: [
      ...uses.filter(({ confidence }) => confidence === 'guess').map(questionOf),
      ...openContent(bound, drafts, prefixes),
    ],
  };
};

const plain = (entry: RoleDraft['entry']): RoleEntry => (Object.keys(entry).length === 1 ? entry.at : entry);

const useOf = (
  { concept, place, confidence, others }: Bound,
  drafts: readonly RoleDraft[],
  prefixes: Prefixes,
): readonly UseDraft[] => {
  const draft = drafts.find(({ name }) => name === concept.role);
  if (concept.use === undefined || draft === undefined) return [];
  if (concept.use === 'content' && draft.entry.payload === undefined) return [];
  return [
    {
      use: concept.use,
      role: draft.name,
      at: prefixes.path(place),
      confidence,
      others: others.map((one) => prefixes.path(one)),
    },
  ];
};

const questionOf = ({ use, at, others }: UseDraft): Question => ({
  about: `uses.${use}`,
  question: `is it at ${at}${others.length === 0 ? '' : `, or at ${others.join(', ')}`}?`,
});

/** What stands behind base64 no schema says. */
const openContent = (bound: readonly Bound[], drafts: readonly RoleDraft[], prefixes: Prefixes): readonly Question[] =>
  bound.flatMap(({ concept, place }) => {
    if (concept.use !== 'content') return [];
    const isZip = drafts.some(({ name, entry }) => name === concept.role && entry.payload !== undefined);
    const at = prefixes.path(place);
    return [
      {
        about: 'uses.content',
        question: isZip
          ? `does ${at} hold a zip with the XML that inhoud.xsd describes? A WSDL can't say it; that schema is a reconstruction`
          : `what does ${at} hold: a zip, an XML document, a PDF? Until the role has decode and payload it is filled with any bytes`,
      },
    ];
  });

/** The paragraphs of the content that comes with the shipped schema. */
const noticeOf = (uses: readonly UseDraft[], drafts: readonly RoleDraft[]): readonly UseDraft[] => {
  const content = uses.find(({ use }) => use === 'content');
  const draft = drafts.find(({ name }) => name === content?.role);
  if (content === undefined || draft?.entry.payload?.roles?.['alinea'] === undefined) return [];
  return [
    {
      ...content,
      use: 'notice',
      role: `${content.role}/alinea`,
      at: `${content.at}, al`,
      others: [],
      confidence: 'likely',
    },
  ];
};

interface Kinds {
  readonly roles: Readonly<Record<string, RoleEntry>>;
  readonly uses: readonly UseDraft[];
}

const bodies = [
  ['bevoegdGezag', 'authorityKind'],
  ['uitgever', 'publisherKind'],
] as const;

/** The kinds of bodies: a role in that of the name where it stands there, else one by itself. */
const kindsOf = (places: readonly SchemaPlace[], drafts: readonly RoleDraft[], prefixes: Prefixes): Kinds => {
  const found = bodies.flatMap(
    ([name, use]): readonly { readonly role: string; readonly use: UseDraft; readonly at: string | undefined }[] => {
      const draft = drafts.find((one) => one.name === name);
      const place = draft && kindPlace(places, draft.place);
      if (draft === undefined || place === undefined) return [];
      const isInside = draft.entry.roles?.['soort'] !== undefined;
      const role = isInside ? `${name}/soort` : `${name}Soort`;
      const at = prefixes.path(place);
      return [{ role, at: isInside ? undefined : at, use: { use, role, at, confidence: 'likely', others: [] } }];
    },
  );
  return {
    roles: Object.fromEntries(found.flatMap(({ role, at }) => (at === undefined ? [] : [[role, at]]))),
    uses: found.map(({ use }) => use),
  };
};
