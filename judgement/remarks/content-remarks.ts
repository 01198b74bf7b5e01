import { isPacked } from '#contract/roles/decodings';
import type { Contract } from '#contract/contract';
import type { Ground } from '#contract/grounds/ground';
import type { Bilingual } from '#contract/texts/bilingual';
import {
  type ContentFault,
  contentText,
  filesText,
  packedText,
  hasOddName,
  isOfSystem,
  ofFile,
} from '#contract/texts/content-text';
import { markupText, noBase64Text } from '#contract/texts/packing-text';
import { layoutText } from '#contract/texts/zip-text';
import { type XmlProblem, declaredEncoding, unmarkedProblem, xmlProblem } from '#contract/texts/xml-problem';
import { quoted } from '#contract/texts/quoted';
import { type OpenDocument, OpenElement, type Opener } from '#xml/document';
import { XmlError, XmlGaveUp } from '#xml/xml-error';
import { nodesOf } from '#xml/xpath';
import { decodeBase64 } from '../base64.ts';
import type { Finding } from '../finding.ts';
import { lineOf, pathOf } from '../place.ts';
import { compileRoles, type CompiledRole, disposeRoles } from '../view/compile-roles.ts';
import { isPdf } from '../view/payload.ts';
import { faultOfEntry, readZip, type ZipEntry } from '../zip.ts';
import { isOtherVersion, misdeclared, otherVersionText } from './byte-remarks.ts';
import type { characterReader } from './character-remarks.ts';
import { gmlLineReader, lineRemarks } from './line-remarks.ts';
import { valueRemarks } from './value-remarks.ts';

/** What content is found to be: `content#<kind>`. */
export type ContentKind = Exclude<ContentFault, 'xml'> | 'well-formed' | 'encoding' | 'utf-8' | 'file' | 'files';

interface Holder {
  readonly node: OpenElement;
  readonly request: OpenElement;
  readonly role: CompiledRole;
  readonly open: Opener;
}

/** Reads how the content of a delivery is packed, named and encoded, and what its other values are. */
export const contentReader = (contract: Contract, characters: ReturnType<typeof characterReader>) => {
  const [roles, lines] = [compileRoles(contract), gmlLineReader()];
  const { contentBytes } = contract.limits;
  const document = (bytes: Uint8Array, file: string, holder: Holder): readonly Finding[] => {
    const opened = opening(bytes, holder.open);
    if (opened === undefined) return [];
    if ('kind' in opened) return [problemFinding(opened, file, holder)];
    if (opened.dtd !== null) return [contentFinding('dtd', holder, { file })];
    const { payload } = holder.role;
    const written = [...versionFindings(bytes, { file, holder }), ...encodingFindings(bytes, opened, { file, holder })];
    if (payload === undefined) return written;
    const inside = { payload, root: opened.root, holder: { node: holder.node, inside: undefined }, file };
    const within = { node: opened.root, inside };
    return [...written, ...characters.read(within, holder.request), ...lines.read(within, holder.request)];
  };
  const entry = ({ name, content, method }: ZipEntry, holder: Holder): readonly Finding[] => {
    if (isOfSystem(name) || name.endsWith('/')) return [];
    if (typeof content === 'string')
      return [finding(faultOfEntry(content), holder, { file: name, text: ofFile(name, packedText(content, method)) })];
    if (/\.xml$/i.test(name)) return document(content, name, holder);
    if (!/\.pdf$/i.test(name)) return [];
    if (!isPdf(content)) return [contentFinding('pdf', holder, { file: name })];
    const isWhole = Buffer.from(content.subarray(-1024)).includes('%%EOF', 0, 'latin1');
    return isWhole
      ? []
      : [
          {
            ...finding('pdf', holder, { file: name, severity: 'warning', text: cutPdfText }),
            constraint: 'bytes#pdf-end',
          },
        ];
  };
  const held = (holder: Holder): readonly Finding[] => {
    const bytes = decodeBase64(holder.node.content);
    const packing = holder.role.decode === 'zip' ? 'zip' : 'file';
    if (holdsMarkup(holder.node)) return [finding('base64', holder, { text: markupText[packing] })];
    if (bytes === undefined) return [finding('base64', holder, { text: noBase64Text(holder.node.content, packing) })];
    if (holder.role.decode !== 'zip') {
      if (bytes.length > contentBytes) return [contentFinding('te-groot', holder)];
      if (holder.role.decode === 'xml' && isZip(bytes)) return [finding('well-formed', holder, { text: zippedText })];
      return isNoXml(holder.role, bytes) ? [] : document(bytes, '', holder);
    }
    const entries = readZip(bytes, contentBytes);
    if (entries === 'te-groot') return [contentFinding(entries, holder)];
    if (typeof entries === 'string')
      return [finding('zip', holder, { text: layoutText(bytes, entries), why: whyNoZip(bytes, entries) })];
    return [...filesFindings(entries, holder), ...entries.flatMap((one) => entry(one, holder))];
  };
  return {
    read: (request: OpenElement, open: Opener): readonly Finding[] => below(request, roles, { request, open, held }),
    dispose: (): void => {
      disposeRoles(roles);
      lines.dispose();
    },
  };
};

interface Below extends Pick<Holder, 'request' | 'open'> {
  readonly held: (holder: Holder) => readonly Finding[];
}

/** What stands at roles, and at those below them. */
const below = (from: OpenElement, found: readonly CompiledRole[], within: Below): readonly Finding[] =>
  found.flatMap((role) =>
    nodesOf(role.xpath.evaluate(from)).flatMap((node) => {
      const value = [...valueRemarks(role, node, within.request), ...lineRemarks(role, node, within.request)];
      if (!(node instanceof OpenElement)) return value;
      const { held, ...around } = within;
      return [...(isPacked(role) ? held({ ...around, node, role }) : value), ...below(node, role.roles, within)];
    }),
  );

/** What is a zip in part was packed wrong; the rest was never one. */
const whyNoZip = (bytes: Uint8Array, layout: string): Finding['why'] => {
  if (bytes.length === 0) return 'empty';
  return layout === 'end' && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('PK\x03\x04')
    ? 'no-zip'
    : undefined;
};

const isZip = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04';

/** PDF 1.7 (ISO 32000-1), 7.5.5; readers look for the end in the last 1024 bytes. */
const cutPdfText: Bilingual = {
  nl: 'De PDF heeft geen einde (%%EOF): het bestand is afgekapt. Lever alle bytes aan.',
  en: 'The PDF has no end (%%EOF): the file was cut off. Deliver all its bytes.',
};

const zippedText: Bilingual = {
  nl: 'Dit is een zip, en hier hoort het XML-bestand zelf. Codeer het bestand als base64 zonder het in te pakken.',
  en: 'This is a zip, and the XML file itself belongs here. Encode the file as base64 without packing it.',
};

/** Elements in place of text; a reference to an attachment (MTOM) is told of by itself. */
const holdsMarkup = (node: OpenElement): boolean => node.get('*[local-name() != "Include"]') !== null;

/** Whether a file that is not packed is another one than the XML that its role describes. */
const isNoXml = ({ decode, payload }: CompiledRole, bytes: Uint8Array): boolean =>
  decode === 'file' && (payload === undefined || isPdf(bytes));

/** Undefined where the library can't tell; that makes the whole message unjudgeable elsewhere. */
const opening = (bytes: Uint8Array, open: Opener): OpenDocument | XmlProblem | undefined => {
  try {
    return unmarkedProblem(bytes) ?? open(bytes);
  } catch (error) {
    if (error instanceof XmlGaveUp) return undefined;
    if (error instanceof XmlError) return xmlProblem(bytes, error);
    throw error;
  }
};

interface At {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const finding = (
  kind: ContentKind,
  { node, request }: Holder,
  {
    file,
    line,
    column,
    why,
    ...said
  }: At & {
    readonly text: Bilingual;
    readonly why?: Finding['why'] | undefined;
    readonly severity?: 'warning';
    readonly ground?: Ground;
  },
): Finding => {
  const holder = { node, inside: undefined };
  return {
    constraint: `content#${kind}`,
    severity: said.severity ?? 'error',
    ground: said.ground ?? 'public',
    path: pathOf(holder, request) + (file === undefined ? '' : `!${file}`),
    line: file === undefined ? lineOf(holder) : (line ?? 0),
    ...(column === undefined || column === 0 ? {} : { column }),
    ...(why === undefined ? {} : { why }),
    text: said.text,
  };
};

const grounds: Readonly<Partial<Record<ContentFault, Ground>>> = { dtd: 'assumed', 'te-groot': 'assumed' };

const contentFinding = (fault: Exclude<ContentFault, 'xml'>, holder: Holder, at: At = {}): Finding =>
  finding(fault, holder, { ...at, text: contentText(fault), ground: grounds[fault] ?? 'public' });

const problemFinding = ({ kind, ...problem }: XmlProblem, file: string, holder: Holder): Finding => {
  const text = problem.line === 0 && file !== '' ? ofFile(file, problem.text) : problem.text;
  return finding(kind === 'encoding' ? 'encoding' : 'well-formed', holder, { file, ...problem, text });
};

interface Within {
  readonly file: string;
  readonly holder: Holder;
}

const ofSchema: Bilingual = { nl: 'XML Schema 1.0 is voor XML 1.0', en: 'XML Schema 1.0 is for XML 1.0' };

/** XML Schema 1.0 names XML 1.0 among what it rests on (part 1, appendix E). */
const versionFindings = (bytes: Uint8Array, { file, holder }: Within): readonly Finding[] =>
  isOtherVersion(bytes)
    ? [
        {
          ...finding('well-formed', holder, {
            ...{ file, line: 1, column: 1, severity: 'warning' },
            text: otherVersionText(ofSchema),
          }),
          constraint: 'bytes#version',
        },
      ]
    : [];

/** XML 1.0, 4.3.3: every processor reads UTF-8 and UTF-16, and need not read others. */
const encodingFindings = (
  bytes: Uint8Array,
  { encoding }: OpenDocument,
  { file, holder }: Within,
): readonly Finding[] => {
  const at = { file, line: 1, column: 1, severity: 'warning' } as const;
  const declared = declaredEncoding(bytes) ?? encoding ?? 'UTF-8';
  if (/^utf-?(?:8|16(?:le|be)?)$|^us-ascii$|^ascii$/i.test(declared)) {
    const mismatch = /^utf/i.test(declared) ? misdeclared(bytes) : undefined;
    return mismatch === undefined ? [] : [finding('encoding', holder, { ...at, why: 'declared', text: mismatch })];
  }
  return [
    finding('utf-8', holder, {
      ...at,
      text: {
        nl: `Het bestand is gecodeerd in ${quoted(declared)}; dat hoeft een XML-lezer niet te kennen. Schrijf het in UTF-8.`,
        en: `The file is encoded in ${quoted(declared)}, which a reader of XML need not know. Write it in UTF-8.`,
      },
    }),
  ];
};

/** The files are named; one that is no plain file, or more than one, are told of by themselves too. */
const filesFindings = (entries: readonly ZipEntry[], holder: Holder): readonly Finding[] => {
  const names = entries.map(({ name }) => name);
  const isPlain = names.length === 1 && !names.some(hasOddName);
  return [finding(isPlain ? 'file' : 'files', holder, { severity: 'warning', text: filesText(names) })];
};
