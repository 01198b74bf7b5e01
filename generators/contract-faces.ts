import { listOn } from '#contract/roles/listed';
import { meaningOf } from '#contract/roles/meaning';
import type { Bilingual } from '#contract/texts/bilingual';
import { isDemandedOf } from '#contract/roles/is-demanded-of';
import fc from 'fast-check';
import { fileRuleId, filesRoles } from '#contract/rules/file-rules';
import { tableRoles, tableRuleId } from '#contract/rules/table-rules';
import type { Rule } from '#contract/contract';
import { pathOf } from '#contract/roles/bindings';
import { xpathTokens } from '#xml/xpath-tokens';
import type { Circumstances } from './circumstances.ts';
import type { Edit, Face } from './faces.ts';
import type { Draft } from './draft/draft.ts';
import type { Reached } from '#documents/path/declarations-at';
import { leavesOf } from '#xml/schema/leaves';
import { misspelled, textsNotIn, type TabledPlace } from '#documents/path/not-in-table';
import { filesOf } from './draft/files.ts';

/** Texts that a table has not, by how they differ from one that it has. */
const misspellings: Readonly<Record<string, (text: string) => string>> = {
  'other-case': (text) => (text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase()),
  'letter-dropped': (text) => text.slice(0, -1),
  'letter-added': (text) => `${text}x`,
};

/** How to break the rules that roles hold values of their tables; such values are what is drawn. */
export const tableFaces = ({ contract, context, workshop }: Circumstances): readonly (readonly [string, Face])[] =>
  tableRoles(contract.roles).map(({ role, path }) => {
    const { roles, declarations, wire, shared, modelOf } = workshop;
    const write = (draft: Draft, edit: (text: string) => string): Draft =>
      roles.map(draft, path, (text, index) => (index === 0 ? edit(text) : text));
    const file = role.values ?? '';
    const place: TabledPlace = {
      reached: declarations(path),
      values: listOn(contract, file, context.today) ?? [],
      wire: (text) => wire(path, text),
      meaning: (text) => meaningOf(role, text),
      schemaValues: () => shared.foundation(modelOf(contract.schemas.message), {}).values,
    };
    const ways = misspelled(place, misspellings).map(([way, edit]): [string, Edit<Draft>] => [
      way,
      { apply: (draft) => write(draft, edit) },
    ]);
    const texts = textsNotIn(place);
    const implies = contract.rules.filter((rule) => speaksOf(rule, role.name)).map(({ id }) => id);
    return [
      tableRuleId(path),
      {
        appliesTo: () => texts.length > 0 || noneLeft(file),
        violate: {
          needs: [path],
          implies,
          near: Object.fromEntries(ways),
          from: fc.constantFrom(...(texts.length > 0 ? texts : [''])),
          apply: (draft, text) => write(draft, () => String(text)),
        },
      },
    ];
  });

const noneLeft = (file: string): Bilingual => ({
  nl: `er is geen waarde gevonden die het schema toelaat en die niet in ${file} staat`,
  en: `no value was found that the schema takes and that is not in ${file}`,
});

/** How to break the rules that a zip holds further files: one of them has another name. */
export const fileFaces = ({ contract, workshop: { roles } }: Circumstances): readonly (readonly [string, Face])[] =>
  filesRoles(contract.roles).map(({ path, files: { names } }) => {
    const rename = (draft: Draft, edit: (name: string) => string): Draft =>
      filesOf(roles).rename(draft, path, (name) => (name === names[0] ? edit(name) : name));
    const ways = Object.entries(misnamings).map(([way, edit]): [string, Edit<Draft>] => [
      way,
      { apply: (draft) => rename(draft, edit) },
    ]);
    return [
      fileRuleId(path),
      {
        appliesTo: (type) => contract.documentTypes.find(({ name }) => name === type)?.content === 'xml' || notInXml,
        violate: {
          needs: [path],
          near: Object.fromEntries(ways),
          apply: (draft) => rename(draft, (name) => `bijlage-${name}`),
        },
      },
    ];
  });

/** Names that are not the one that is asked for, by how they differ. */
const misnamings: Readonly<Record<string, (name: string) => string>> = {
  'other-case': (name) => (name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase()),
  'in-a-folder': (name) => `map/${name}`,
};

const notInXml = {
  nl: 'de inhoud van dit documenttype is geen XML',
  en: 'the content of this document type is no XML',
};

/** How to break the rules that roles are there under a condition, which is made true first. */
export const neededFaces = ({ contract, workshop }: Circumstances): readonly (readonly [string, Face])[] =>
  contract.needed.map((need) => {
    const { path, rule, condition } = need;
    const { values, isNot } = condition;
    const isOfType = condition.path === pathOf(contract, 'documentType');
    const [wanted] = isNot || isOfType ? [] : values;
    const isAbsent = isNot && values.length === 0;
    const { roles, declarations } = workshop;
    const leaveOut = declarations(path).some(isDemandedNil) ? roles.empty : roles.remove;
    return [
      rule,
      {
        appliesTo: (type) => isDemandedOf(contract, need, type) || elsewhere,
        violate: {
          needs: isAbsent ? [path] : [path, condition.path],
          without: isAbsent ? [condition.path] : [],
          apply: (draft) => leaveOut(wanted === undefined ? draft : roles.set(draft, condition.path, wanted), path),
        },
      },
    ];
  });

/** Whether an element has to be there, and may be nil. */
const isDemandedNil = ({ declaration, trail }: Reached): boolean => {
  const type = trail.at(-1)?.type;
  if (declaration.kind !== 'element' || !declaration.nillable || type?.kind !== 'complex') return false;
  const leaves = type.particle === undefined ? [] : leavesOf(type.particle);
  return leaves.some(({ term, min }) => term === declaration && min > 0);
};

const elsewhere = {
  nl: 'de voorwaarde geldt niet bij dit documenttype',
  en: 'the condition does not hold for this document type',
};

const speaksOf = ({ context, test, lets }: Rule, name: string): boolean =>
  [context, test, ...lets.map(({ value }) => value)].some((expression) =>
    xpathTokens(expression).some(({ kind, text }) => kind === 'name' && text.slice(text.indexOf(':') + 1) === name),
  );
