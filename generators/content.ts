import fc from 'fast-check';
import type { DocumentType, Role } from '#contract/contract';
import { ContractError } from '#contract/folder/contract-error';
import { fromSchema } from '#documents/schema/from-schema';
import { type DraftFile, type Payload, mediaTypeHole, nameHole } from './draft/draft.ts';
import type { Circumstances } from './circumstances.ts';
import { openNumber, referenceOf, testNotice, testTitle } from './marks.ts';
import { jpeg, pdf, png } from './payload/media.ts';
import type { SchemaOptions } from '#documents/schema/options';
import { dutchText } from './text/dutch-text.ts';
import { textTypeOf } from '#documents/path/declared-text';
import { createCheck } from '#documents/schema/values/check';

/** What may stand behind the base64 of a role. */
export const payloadOf = (
  circumstances: Circumstances,
  { path, role, content }: Place & { readonly content: DocumentType['content'] },
  options: SchemaOptions,
): fc.Arbitrary<Payload> => {
  if (role.decode === 'xml') return xmlFile(circumstances, role, options).map(alone);
  const file = content === 'pdf' ? plainFile(circumstances, { path, role }) : xmlFile(circumstances, role, options);
  const form = role.decode === 'file' ? 'single' : 'zip';
  if (content === 'none') return fc.constant({ form, files: [] });
  const others = content === 'xml' ? filesBeside(circumstances, role) : [];
  return fc.tuple(file, ...others).map((files) => ({ form, files }));
};

/** The further files of a zip, by the endings of their names. */
const filesBeside = (circumstances: Circumstances, role: Role): readonly fc.Arbitrary<DraftFile>[] =>
  (role.payload?.with?.names ?? []).map((name) => {
    if (/\.pdf$/i.test(name)) return pdfFile(circumstances, role).map((file) => ({ ...file, name }));
    const text = `${testTitle} ${name}`;
    return fc.constant({ name, content: /\.png$/i.test(name) ? png(text) : jpeg(text) });
  });

/** A document that is the payload by itself has no name. */
const alone = ({ content }: DraftFile): Payload => ({ form: 'single', files: [{ name: '', content }] });

const xmlFile = ({ workshop }: Circumstances, role: Role, options: SchemaOptions): fc.Arbitrary<DraftFile> => {
  const { payload } = role;
  if (payload === undefined)
    throw new Error(`role '${role.name}' holds XML, but contract.yaml names no payload for it`);
  const tree = fromSchema(workshop.modelOf(payload.schema), payload.root, options);
  return tree.map((content) => ({ name: payload.file, content }));
};

/** A PDF, or an image where the media type beside it is that of images alone. */
const plainFile = (circumstances: Circumstances, place: Place): fc.Arbitrary<DraftFile> => {
  const form = plainFormAt(circumstances.workshop, place) ?? 'pdf';
  const { role } = place;
  if (form === 'pdf') return pdfFile(circumstances, role);
  const text = `${testTitle} ${role.name}`;
  return fc.constant({ name: `${role.name}.${form}`, content: form === 'png' ? png(text) : jpeg(text) });
};

const pdfFile = ({ runId }: Circumstances, role: Role): fc.Arbitrary<DraftFile> => {
  const text = fc.record({
    title: dutchText({ min: 1, max: 80 }).map((title) => `${testTitle} ${title}`),
    pages: fc.array(fc.array(dutchText({ min: 1, max: 90 }), { maxLength: 12 }), { minLength: 1, maxLength: 2 }),
  });
  const notice = testNotice(referenceOf(runId, openNumber));
  return text.map(({ title, pages: [first = [], ...others] }) => ({
    name: `${role.name}.pdf`,
    content: pdf({ title, pages: [[notice, ...first], ...others] }),
  }));
};

/** A role that says something of the file of another, and what stands there until the file is written. */
export interface Beside {
  readonly beside: string;
  /** By the key of the payload. */
  readonly holeFor: (key: string) => string;
}

/** A role, and its path. */
interface Place {
  readonly path: string;
  readonly role: Role;
}

/** A role, and what stands behind it. */
interface Filled extends Place {
  readonly payload: Payload;
}

/** What is said beside the file of a role: its name, and its media type; throws `ContractError` where the type takes none for it. */
export const besides = (
  { workshop }: Pick<Circumstances, 'workshop'>,
  { path, role, payload }: Filled,
): readonly Beside[] => {
  if (role.beside.mediaType !== undefined) mustTakeType(workshop, { path, role, payload });
  const at = (name: string): string => besidePath(path, name);
  const { name, mediaType } = role.beside;
  const form = plainFormAt(workshop, { path, role });
  return [
    ...(name === undefined ? [] : [{ beside: at(name), holeFor: nameHole }]),
    ...(mediaType === undefined
      ? []
      : [
          {
            beside: at(mediaType),
            holeFor: (key: string) => mediaTypeHole(key, typesAt(workshop, at(mediaType), form)),
          },
        ]),
  ];
};

const forms = {
  xml: ['application/xml', 'text/xml', 'XML', 'xml'],
  pdf: ['application/pdf', 'PDF', 'pdf'],
  png: ['image/png', 'PNG', 'png'],
  jpeg: ['image/jpeg', 'image/jpg', 'JPEG', 'JPG', 'jpeg', 'jpg'],
  other: ['application/octet-stream', 'text/plain'],
} as const;

/** What a file without XML can be, the likeliest first. */
const plainForms = ['pdf', 'png', 'jpeg'] as const;
type PlainForm = (typeof plainForms)[number];

const besidePath = (path: string, name: string): string => path.slice(0, path.lastIndexOf('/') + 1) + name;

type Workshop = Circumstances['workshop'];

const takes = ({ declarations, wire }: Workshop, place: string, form: string): boolean => {
  const types = declarations(place).flatMap((one) => textTypeOf(one) ?? []);
  return types.every((type) => check(type, wire(place, form)) !== 'no');
};

/** The first form whose media type the place beside a file takes; undefined where it takes none of them. */
const plainFormAt = (workshop: Workshop, { path, role }: Place): PlainForm | undefined => {
  const { mediaType } = role.beside;
  if (mediaType === undefined) return 'pdf';
  const place = besidePath(path, mediaType);
  return plainForms.find((form) => forms[form].some((one) => takes(workshop, place, one)));
};

const check = createCheck();

const mustTakeType = (workshop: Workshop, { path, role, payload }: Filled): void => {
  const [file] = payload.files;
  if (file === undefined) return;
  const place = besidePath(path, role.beside.mediaType ?? '');
  const isPlain = file.content instanceof Uint8Array;
  if (
    isPlain
      ? plainFormAt(workshop, { path, role }) !== undefined
      : forms.xml.some((form) => takes(workshop, place, form))
  )
    return;
  const known = isPlain ? plainForms.flatMap((form) => forms[form].slice(0, 1)) : forms.xml;
  throw new ContractError(
    role.place,
    `role ${role.name} is filled with ${isPlain ? 'a PDF or an image' : 'XML'}, and ${place} takes no media type of that (${known.join(', ')}); take decode out, and it holds any bytes, or give the role of the media type codes`,
  );
};

/** Media types as the place takes them. */
const typesAt = (
  { declarations, wire }: Workshop,
  path: string,
  form: PlainForm | undefined,
): readonly [string, string, string] => {
  const types = declarations(path).flatMap((one) => textTypeOf(one) ?? []);
  const first = (all: readonly [string, ...string[]]): string => {
    const written = all.map((one) => wire(path, one));
    return written.find((text) => types.every((type) => check(type, text) === 'yes')) ?? written[0] ?? all[0];
  };
  return [first(forms.xml), first(forms.pdf), first(form === 'png' || form === 'jpeg' ? forms[form] : forms.other)];
};
