import type { Files } from '../folder/file-names.ts';
import { bytesOf } from '../folder/file-names.ts';
import { parseUtf8File } from '../folder/parse-file.ts';
import { groundNamespace } from '../grounds/grounding.ts';
import { viewNamespace } from '../rules/view-roles.ts';
import type { Place } from '#xml/place';
import { type Editable, partsOf, toEditable, withContent, withPart, written } from './editable.ts';
import { escaped } from './escaped.ts';
import { prefixOf } from './ground-note.ts';
import { type Need, type NeedRule, prefix } from './needed-roles.ts';

/** The files of a folder, of which that of the rules has one more for each need, on lines that are there. */
export const withNeedRules = (
  files: Files,
  { file, place }: { readonly file: string; readonly place: Place },
  needs: readonly Need[],
): Files => {
  if (needs.length === 0) return files;
  const bytes = bytesOf(file, files, place);
  const { before, root, after } = toEditable(new TextDecoder().decode(bytes), parseUtf8File(file, bytes));
  const rules = needs.map(({ rule }) => rule);
  const text = before + written([withRules(root, rules)]) + after;
  return new Map([...files, [file, Buffer.from(text)]]);
};

const withRules = (schema: Editable, rules: readonly NeedRule[]): Editable => {
  const sch = prefixOf(schema);
  const first = partsOf(schema).find(({ name }) => ['ns', 'let', 'pattern', 'diagnostics'].includes(name));
  const named =
    first === undefined ? schema : withBefore(schema, first, `<${sch}ns prefix="${prefix}" uri="${viewNamespace}"/>`);
  const texts = rules.flatMap(({ id, text }) =>
    (['nl', 'en'] as const).map(
      (language) =>
        `<${sch}diagnostic id="${id}.${language}" xml:lang="${language}">${escaped(text[language])}</${sch}diagnostic>`,
    ),
  );
  const diagnostics = partsOf(named).find(({ name }) => name === 'diagnostics');
  const patterns = rules.map((rule) => patternText(sch, rule)).join('');
  if (diagnostics === undefined)
    return withContent(
      withContent(named, patterns, 'last'),
      `<${sch}diagnostics>${texts.join('')}</${sch}diagnostics>`,
      'last',
    );
  const told = withContent(diagnostics, texts.join(''), 'last');
  return withBefore(withPart(named, diagnostics, told), told, patterns);
};

const withBefore = (around: Editable, child: Editable, text: string): Editable => ({
  ...around,
  children: around.children.flatMap((one) => (one === child ? [text, one] : [one])),
});

const patternText = (sch: string, { id, test, grounding }: NeedRule): string =>
  `<${sch}pattern id="${id}"><${sch}rule context="/${prefix}:beeld/${prefix}:levering"><${sch}assert id="${id}" role="error" test="${escaped(test)}" ` +
  `diagnostics="${id}.nl ${id}.en" xmlns:g="${groundNamespace}" g:standing="${grounding.ground}" g:source="${escaped(grounding.source)}"/></${sch}rule></${sch}pattern>`;
