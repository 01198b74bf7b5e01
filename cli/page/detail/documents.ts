import type { Content } from '#pages/markup';
import { heading } from '#pages/controls';
import { type SourceLine, leftOut, markLink, marked, placeOf, sourceLines } from '#pages/source-lines';
import type { Language } from '#reporters/texts';
import { pageWords } from '../page-words.ts';
import { type Examined, type ExaminedDocument, type ExaminedFinding, headName } from './examined.ts';
import type { ExcerptLine } from './excerpt.ts';
import { findingAnchor, findingLabel, markAnchor } from './anchors.ts';
import type { Piece } from './pieces.ts';

/** The documents of a request, each line with what was found in it. */
export const documents = ({ documents: all, findings }: Examined, language: Language): Content =>
  all.map((one) => document(one, findings, language));

const document = ({ name, lines }: ExaminedDocument, all: readonly ExaminedFinding[], language: Language): Content => {
  const { request, requestHead, inContent } = pageWords[language];
  const title = name === headName ? requestHead : name === '' ? request : inContent(name);
  const findings = all.filter((one) => one.document === name);
  return [
    heading(title),
    sourceLines(
      lines.map((line) => shownLine(line, findings, language)),
      title,
    ),
  ];
};

const shownLine = (one: ExcerptLine, findings: readonly ExaminedFinding[], language: Language): SourceLine => {
  if ('left' in one) return { left: pageWords[language].leftLines(one.left) };
  const own = findings.filter(({ line }) => line === one.line);
  return {
    line: one.line,
    content: one.pieces.map((piece) => shownPiece(piece, language)),
    remarks: own.map(({ number, text }) => [back(number, language), ' ', text[language]]),
  };
};

const shownPiece = (piece: Piece, language: Language): Content => {
  if ('left' in piece) return leftOut(pageWords[language].leftCharacters(piece.left));
  const { text, begins, isMarked } = piece;
  return [
    ...begins.map((number) => placeOf(markAnchor(number), back(number, language))),
    isMarked ? marked(text) : text,
  ];
};

const back = (number: number, language: Language): Content =>
  markLink(`#${findingAnchor(number)}`, `[${String(number)}]`, findingLabel(number, language));
