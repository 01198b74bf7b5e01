import type { Element, Node } from 'slimdom';
import { decodeBase64 } from './base64.ts';
import { dayNumber, parseDay, weekday, type CalendarDay } from './calendar-day.ts';
import type { CompiledPayload, CompiledRole } from './compiled-roles.ts';
import { kindOfFile } from '#contract/roles/decodings';
import { packedText } from '#contract/texts/content-text';
import { type Damage, isDamage, layoutText, type Oddity } from '#contract/texts/zip-text';
import type { Complaint } from '../../server/soap/complaint.ts';
import { contentFault, faultOf, type Unreadable } from './content-fault.ts';
import type { Effort } from './effort.ts';
import { mostMessages, readPayload } from './payload.ts';
import type { Schemas } from './schemas.ts';
import { append, setAll } from './view-element.ts';
import { addGml, addPositions, addWkt } from './view-geometry.ts';
import type { WorkingDay } from './working-day.ts';
import { readZip } from './zip.ts';
import type { ZipEntry } from './zip-entry.ts';
import type { XmlElement } from '#xml/tree';

/** What decoding needs that is the same for every delivery. */
export interface Decoder {
  readonly schemas: Schemas;
  readonly contentBytes: number;
  readonly workingDay: (day: CalendarDay) => WorkingDay;
}

/** A file that was inside a delivery. */
export interface ViewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What decoding adds to besides the view. */
export interface Findings {
  readonly complaints: Complaint[];
  readonly files: ViewFile[];
  readonly effort: Effort;
  /** Adds the roles of a document inside the delivery; `at` is where that document is. */
  readonly addInside: (element: Element, payload: CompiledPayload, document: { tree: XmlElement; at: string }) => void;
}

/** A node that a role found, with its string-value and its place. */
export interface Encoded {
  readonly role: CompiledRole;
  /** Undefined for a plain value. */
  readonly node: Node | undefined;
  readonly value: string;
  readonly at: string;
  /** What the message says of a file, beside it; empty where it says nothing. */
  readonly fileName: string;
  readonly mediaType: string;
}

/** Adds what the text at a role stands for. */
export const addDecoded = (
  decoder: Decoder,
  findings: Findings,
  target: Encoded & { readonly element: Element },
): void => {
  const { element, value } = target;
  switch (target.role.decode) {
    case 'date':
      addDay(decoder, element, value);
      return;
    case 'wkt':
      addWkt(element, value, findings.effort);
      return;
    case 'positions':
      addPositions(element, value, findings.effort);
      return;
    case 'gml':
      if (target.node !== undefined) addGml(element, target.node, findings.effort);
      return;
    case 'xml':
      tell(findings, target, addXml(decoder, findings, target));
      return;
    case 'zip':
      tell(findings, target, addZip(decoder, findings, target));
      return;
    case 'file':
      tell(findings, target, addFile(decoder, findings, target));
      return;
    case undefined:
      return;
  }
};

type Target = Encoded & { readonly element: Element };

const addDay = ({ workingDay }: Decoder, element: Element, text: string): void => {
  const day = parseDay(text);
  if (day === undefined) {
    setAll(element, { fout: 'datum' });
    return;
  }
  const number = dayNumber(day);
  setAll(element, {
    getal: day.year * 10_000 + day.month * 100 + day.day,
    dagnummer: number,
    weekdag: weekday(number),
    werkdag: workingDay(day),
  });
};

/** Reads a document in base64; tells what is wrong with it. */
const addXml = (decoder: Decoder, findings: Findings, { role, element, value, at }: Target): Unreadable | undefined => {
  const bytes = decodeBase64(value);
  if (bytes === undefined) return 'base64';
  if (bytes.length > decoder.contentBytes) return 'te-groot';
  keep(findings, `${role.name}.xml`, bytes);
  return addDocument(decoder, findings, { role, element, at, bytes });
};

interface Holder {
  readonly role: CompiledRole;
  readonly element: Element;
  readonly at: string;
  readonly bytes: Uint8Array;
}

const addDocument = (
  decoder: Decoder,
  findings: Findings,
  { role, element, at, bytes }: Holder,
): Unreadable | undefined => {
  if (role.payload === undefined || findings.complaints.length >= mostMessages) return undefined;
  const document = readPayload(decoder.schemas, role.payload.xml, { bytes, at, effort: findings.effort });
  if (typeof document === 'string' || 'fault' in document) return document;
  findings.complaints.push(...document.complaints);
  findings.addInside(element, role.payload, { tree: document.tree, at });
  return undefined;
};

/** One file, of the kind that is said of it; where nothing is, a PDF shows by its mark. */
const addFile = (decoder: Decoder, findings: Findings, target: Target): Unreadable | undefined => {
  const bytes = decodeBase64(target.value);
  if (bytes === undefined) return 'base64';
  if (bytes.length > decoder.contentBytes) return 'te-groot';
  const { fileName, mediaType } = target;
  const isSaid = fileName !== '' || mediaType !== '';
  const kind = isSaid ? kindOfFile(fileName, mediaType) : isPdf(bytes) ? 'pdf' : 'xml';
  const element = append(target.element, 'bestand', { naam: fileName, soort: kind, grootte: bytes.length });
  keep(findings, fileName || target.role.name, bytes);
  const inside = { ...target, element, bytes };
  if (kind === 'pdf') tell(findings, inside, isPdf(bytes) ? undefined : 'pdf');
  if (kind === 'xml') tell(findings, inside, addDocument(decoder, findings, inside));
  return undefined;
};

const mostEntries = 100;

const addZip = (decoder: Decoder, findings: Findings, target: Target): Unreadable | undefined => {
  const bytes = decodeBase64(target.value);
  if (bytes === undefined) return 'base64';
  const entries = readZip(bytes, { bytes: decoder.contentBytes, entries: mostEntries });
  if (entries === 'te-groot') return entries;
  if (typeof entries === 'string') return { fault: 'zip', text: layoutText(bytes, entries) };
  for (const entry of entries) {
    const { name, size } = entry;
    const element = append(target.element, 'bestand', { naam: name, soort: kindOf(name), grootte: size });
    const inside = { ...target, element, at: `${target.at}#${name}` };
    tell(findings, inside, addEntry(decoder, findings, { ...inside, entry }));
  }
  tellOfFiles(
    findings,
    target,
    entries.map(({ name }) => name),
  );
  return undefined;
};

/** Beside a document in a zip stands each file that the contract names, once. */
const tellOfFiles = ({ complaints }: Findings, { role: { files }, at }: Target, held: readonly string[]): void => {
  if (files === undefined || !held.some((name) => kindOf(name) === 'xml')) return;
  if (files.names.every((name) => held.filter((one) => one === name).length === 1)) return;
  const { id, place, text } = files.rule;
  complaints.push({ case: 'rule', id: `${place.file}#${id}`, at, text });
};

const addEntry = (
  decoder: Decoder,
  findings: Findings,
  target: Target & { readonly entry: ZipEntry },
): Unreadable | undefined => {
  const { name, bytes, fault, method } = target.entry;
  if (bytes === undefined) return fault === 'versleuteld' ? fault : unpackable(fault, method);
  keep(findings, name, bytes);
  const kind = kindOf(name);
  if (kind === 'pdf' && !isPdf(bytes)) return 'pdf';
  return kind === 'xml' ? addDocument(decoder, findings, { ...target, bytes }) : undefined;
};

const unpackable = (fault: 'methode' | Oddity | Damage, method: number): Unreadable => ({
  fault: isDamage(fault) ? 'crc' : 'methode',
  text: packedText(fault, method),
});

/** A copy of its own: small buffers share memory, and all of that would be kept. */
const keep = ({ files }: Findings, name: string, bytes: Uint8Array): void => {
  files.push({ name, bytes: new Uint8Array(bytes) });
};

const kindOf = (name: string): 'xml' | 'pdf' | 'anders' => {
  const ending = /\.(xml|pdf)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'xml' || ending === 'pdf' ? ending : 'anders';
};

/** Readers look for the mark in the first 1,024 bytes (ISO 32000-1, annex H, implementation note 13). */
const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-');

const tell = ({ complaints }: Findings, { element, at }: Target, fault: Unreadable | undefined): void => {
  if (fault === undefined) return;
  setAll(element, { fout: faultOf(fault) });
  complaints.push(contentFault(fault, at));
};
