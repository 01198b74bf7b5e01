import { aspectOf } from '#contract/schema-texts/schema-fault';
import type { Finding } from '#judgement/finding';
import { placesIn, type Span, type TextPlace } from '#xml/places';
import type { AsMessage } from './as-message.ts';
import { strayText } from './stray-text.ts';
import { type Document, ownPath, type Target, targetsOf } from './documents.ts';

/** Where a finding is: the document with its whole text, and in it line and column from 1, 0 where unknown; the line itself, and how much of it is marked. */
export interface Placed {
  readonly document: string;
  readonly whole: string;
  readonly line: number;
  readonly column: number;
  readonly source: string | undefined;
  /** Characters that are marked from the column on. */
  readonly length: number;
}

/** Paths that a finding had better be placed at than its own, the best first. */
export type BetterPaths = (finding: Finding) => readonly string[];

/** Places findings in the file that they are about. */
export const placed = (
  file: AsMessage,
  findings: readonly Finding[],
  better: BetterPaths = () => [],
): ReadonlyMap<Finding, Placed> => {
  const targets = targetsOf(file, findings);
  const byDocument = Map.groupBy(findings, (finding) => targets.get(finding)?.document);
  const found = [...byDocument].flatMap(([document, own]) =>
    document === undefined ? [] : inDocument({ file, document, targets, better }, own),
  );
  return new Map(found);
};

interface Within {
  readonly file: AsMessage;
  readonly document: Document;
  readonly targets: ReadonlyMap<Finding, Target>;
  readonly better: BetterPaths;
}

const inDocument = (
  { file, document, targets, better }: Within,
  findings: readonly Finding[],
): readonly (readonly [Finding, Placed])[] => {
  const pathsOf = (finding: Finding): readonly string[] => [
    ...[targets.get(finding)?.at].filter((path) => path !== undefined),
    ...better(finding).map((path) => ownPath(file, path)),
    ...withElement(targets.get(finding)?.path ?? ''),
  ];
  const paths = new Set(findings.flatMap(pathsOf).filter((path) => path !== ''));
  // Only what is well-formed has findings at paths; to look for places in anything else could take for ever.
  const places = paths.size === 0 ? new Map<string, TextPlace>() : placesIn(document.text, paths);
  const lines = document.text.split(/\r\n|\r|\n/);
  return findings.map((finding) => {
    const place = pathsOf(finding).flatMap((path) => places.get(path) ?? [])[0];
    const span = spanFor(document, place, finding);
    const at = span === undefined ? told(file, document, finding) : offsetsIn(document.text, span);
    return [finding, { document: document.name, whole: document.text, source: lines[at.line - 1], ...at }];
  });
};

/** An attribute that is absent is told at its element. */
const withElement = (path: string): readonly string[] =>
  path.includes('/@') ? [path, path.slice(0, path.lastIndexOf('/@'))] : [path];

type At = Pick<Placed, 'line' | 'column' | 'length'>;

/** The line that a parser tells; what was put before the root of a part moves its first line. */
const told = ({ shift }: AsMessage, { name, text }: Document, { line, column = 0 }: Finding): At => {
  if (text === '') return { line: 0, column: 0, length: 0 };
  const moved = name === '' && shift?.line === line && column > shift.length ? shift.length : 0;
  return { line, column: column - moved, length: 1 };
};

const offsetsIn = (text: string, { start, end }: Span): At => {
  const before = text.slice(0, start).split(/\r\n|\r|\n/);
  return {
    line: before.length,
    column: Array.from(before.at(-1) ?? '').length + 1,
    length: Array.from(text.slice(start, end).split(/[\r\n]/, 1)[0] ?? '').length,
  };
};

/** What a finding on the envelope is about, as it is written. */
const anchors: Readonly<Record<string, RegExp>> = {
  'soap#no-dtd': /<!DOCTYPE/,
  'content#dtd': /<!DOCTYPE/,
  'soap#no-processing-instructions': /<\?(?!xml\s)[\w.-]*/,
  'soap#envelope': /(?<=<)[^\s<>?!/][^\s<>/]*/,
  'soap#version': /(?<=<)(?:[\w.-]+:)?Envelope/,
  'soap#no-body': /(?<=<)(?:[\w.-]+:)?Envelope/,
  'soap#body': /(?<=<)(?:[\w.-]+:)?Body/,
  'soap#one-request': /(?<=<)(?:[\w.-]+:)?Body/,
  'soap#no-soap-attributes': /[\w.-]+:encodingStyle|[\w.-]+:(?:actor|mustUnderstand)/,
  'soap#unknown-header': /[\w.-]+:mustUnderstand=["']1["']/,
  'soap#must-understand': /[\w.-]+:mustUnderstand="(?![01]")[^"]*"/,
  'soap#password-text': /(?<=#)PasswordDigest/,
};

const envelope = /(?<=<)(?:[\w.-]+:)?Envelope/;

/** Undefined where a parser told the place, and where none is known. */
const spanFor = ({ text }: Document, place: TextPlace | undefined, finding: Finding): Span | undefined => {
  if (finding.column !== undefined) return undefined;
  if (place !== undefined) return spanOf(text, place, finding);
  const anchor = anchors[finding.constraint];
  const match = anchor === undefined ? null : (anchor.exec(text) ?? envelope.exec(text));
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
};

/** What is about elements and attributes as such, and not about a value. */
const structural =
  /^(?:minOccurs|maxOccurs|order|choice|content|attributes|prohibited|use|root|text|nil|abstract|xsi-type|wildcard)$/;

const spanOf = (text: string, { mark, text: inside }: TextPlace, { constraint, mark: part }: Finding): Span => {
  if (aspectOf(constraint) === 'text') return strayText(text, mark) ?? mark;
  if (inside === undefined || structural.test(aspectOf(constraint))) return mark;
  const value = text.slice(inside.start, inside.end);
  const start = inside.start + (value.length - value.trimStart().length);
  const end = inside.start + value.trimEnd().length;
  if (start >= end) return mark;
  return (part === undefined ? undefined : partOf(text, { start, end }, part)) ?? { start, end };
};

/** A part of a value, as a whole word of it. */
const partOf = (text: string, { start, end }: Span, part: string): Span | undefined => {
  const words = part.replace(/[^\w\s]/g, String.raw`\$&`);
  const found = new RegExp(`(?<![^\\s,()])${words}(?![^\\s,()])`).exec(text.slice(start, end));
  return found === null ? undefined : { start: start + found.index, end: start + found.index + part.length };
};
