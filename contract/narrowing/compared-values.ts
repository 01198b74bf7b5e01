import { leavesOf } from '#xml/schema/leaves';
import type { SimpleType, Type } from '#xml/schema/model';
import { keyOf } from '#xml/qname';
import type { Place } from '#xml/place';
import type { Operation } from '../contract.ts';
import { attemptEach } from '../folder/attempt.ts';
import type { Files } from '../folder/file-names.ts';
import { valuesOf } from '../schemas/code-lists.ts';
import { behind, contradiction, unlisted } from './narrow-occurrence.ts';
import { modelOf } from './narrowed-files.ts';
import type { Compared, Need } from './needed-roles.ts';

/** The schema of the messages, and the operations that they go to. */
interface Messages {
  readonly file: string;
  readonly operations: readonly Operation[];
}

/** Throws `ContractError` where a condition waits for a value that the list of the schema does not have, so that it never holds. */
export const mustKnowCompared = (files: Files, { file, operations }: Messages, needs: readonly Need[]): void => {
  const model = needs.length === 0 ? undefined : modelOf(files, { file });
  const roots = operations.flatMap(({ request }) => model?.elements.get(keyOf(request)) ?? []);
  attemptEach(needs, ({ compared }) => {
    mustBeListed(
      roots.flatMap(({ type, place }) => textAt(type, place, compared.path) ?? []),
      compared,
    );
  });
};

/** A text, and where what holds it is declared. */
interface Text {
  readonly type: SimpleType;
  readonly place: Place;
}

const textAt = (type: Type, place: Place, [step, ...more]: readonly string[]): Text | undefined => {
  if (step === undefined) {
    const simple = type.kind === 'simple' ? type : type.simple;
    return simple && { type: simple, place };
  }
  if (type.kind === 'simple') return undefined;
  const use = type.attributes.find(({ declaration }) => `@${declaration.name.name}` === step);
  if (use !== undefined) return { type: use.declaration.type, place: use.place };
  const leaves = type.particle === undefined ? [] : leavesOf(type.particle);
  const leaf = leaves.find(({ term }) => term.kind === 'element' && term.name.name === step);
  return leaf?.term.kind === 'element' ? textAt(leaf.term.type, leaf.place, more) : undefined;
};

/** Where one of the places takes any text, so does the condition. */
const mustBeListed = (texts: readonly Text[], { row, path, values }: Compared): void => {
  const lists = texts.map(({ type }) => valuesOf(type));
  const [first] = texts;
  if (first === undefined || lists.some((list) => list.length === 0)) return;
  const unknown = values.filter((one) => !lists.some((list) => list.includes(one)));
  if (unknown.length === 0) return;
  throw contradiction(
    row.place,
    {
      nl: `hangt ${row.path.join('/')} ervan af of ${path.join('/')} ${unknown.join(' of ')} is`,
      en: `${row.path.join('/')} depends on ${path.join('/')} being ${unknown.join(', ')}`,
    },
    behind(unlisted, first.place),
  );
};
