import type { Question } from './finding.ts';
import type { DocumentTypeDraft, Shipped } from './blueprint.ts';
import type { SchemaPlace } from './places.ts';
import type { RolePlan } from './plan-roles.ts';
import { isEndless } from './branches.ts';
import type { Seen } from './seen.ts';
import { codesBy } from './made-codes.ts';
import { isCode } from './value-names.ts';

/** The document types of a folder, and what is open about them. */
export interface DocumentTypeDrafts {
  readonly documentTypes: readonly DocumentTypeDraft[];
  readonly questions: readonly Question[];
}

const unnamedQuestion = (at: string, codes: readonly string[], role: string): Question => ({
  about: 'documentTypes',
  question: `what are ${codes.join(', ')} of ${at}? No documentation names them; give each a label, or a word under roles.${role}.codes`,
});

const onlyType = (operation: string, mayTell: readonly string[]): Question => ({
  about: 'documentTypes',
  question: `does ${operation} take one document type? ${
    mayTell.length === 0
      ? 'Nothing that was found in a delivery tells them apart'
      : `What may tell them apart, and hardly does, is ${mayTell.join(', or ')}`
  }`,
});

const anyText = (at: string): Question => ({
  about: 'documentTypes',
  question: `which values does ${at} take? It is any text to the schema; those of the reconstruction stand here`,
});

const ofExamples = (at: string, shown: readonly string[]): Question => ({
  about: 'documentTypes',
  question: `which values does ${at} take? It is any text to the schema; the examples have ${shown.join(', ')}`,
});

const otherText = (at: string): Question => ({
  about: 'documentTypes',
  question: `which values does ${at} take? The schema takes not all of the reconstruction; codes of its form stand here`,
});

/** The values of the list that says the document type; the known ones or codes where it is any text, and the operation where nothing says it. */
export const documentTypesOf = (
  { uses, drafts, branches, mayTell }: Pick<RolePlan, 'uses' | 'drafts' | 'branches' | 'mayTell'>,
  operation: string,
  { shipped, seen }: { readonly shipped: Shipped; readonly seen: Seen },
): DocumentTypeDrafts => {
  const known = shipped.entries.documentTypes;
  const content = drafts.find(({ name }) => uses.some(({ use, role }) => use === 'content' && role === name));
  const isPlainFile = content !== undefined && content.entry.payload === undefined;
  const draft = (name: string): DocumentTypeDraft => {
    const like = known.find((one) => one.name === name);
    return {
      name,
      label: like?.label ?? name,
      content: content === undefined ? 'none' : isPlainFile ? 'pdf' : (like?.content ?? 'xml'),
      ...(like?.needs === undefined ? {} : { needs: like.needs }),
    };
  };
  const use = uses.find((one) => one.use === 'documentType');
  if (use === undefined) return { documentTypes: [draft(operation)], questions: [onlyType(operation, mayTell)] };
  if (use.at === branches?.at) return { documentTypes: branches.names.map(draft), questions: [] };
  const { place, entry } = drafts.find(({ name }) => name === use.role) ?? {};
  const values = place?.values ?? [];
  const words = new Map(Object.entries(entry?.codes ?? {}).map(([word, code]) => [code, word]));
  const unnamed = values.filter((value) => isCode(value) && !words.has(value));
  if (values.length > 0)
    return {
      documentTypes: values.map((value) => draft(words.get(value) ?? value)),
      questions: unnamed.length === 0 ? [] : [unnamedQuestion(use.at, unnamed, use.role)],
    };
  const { names, question } = unlisted(
    known.map(({ name }) => name),
    { place, at: use.at, seen },
  );
  return { documentTypes: names.map(draft), questions: [question] };
};

/** What the examples have; else the known names where text of any kind says the document type, or codes that its place has room for. */
const unlisted = (
  names: readonly string[],
  { place, at, seen }: { readonly place: SchemaPlace | undefined; readonly at: string; readonly seen: Seen },
) => {
  const shown = place === undefined ? [] : seen.textsAt(place);
  if (shown.length > 0 && !shown.includes('') && !isEndless(shown))
    return { names: shown, question: ofExamples(at, shown) };
  const codes = place && codesBy(place.type, names);
  return codes === undefined
    ? { names, question: anyText(at) }
    : { names: [...new Set(codes)], question: otherText(at) };
};
