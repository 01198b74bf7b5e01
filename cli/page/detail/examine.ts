import type { Contract } from '#contract/contract';
import type { shapeReader } from '#judgement/geometry/shapes';
import type { Oracle } from '#judgement/oracle';
import { type FileFinding, judgeFile } from '../../check/judged-file.ts';
import { sourceText } from '../../check/source-text.ts';
import { type Examined, type ExaminedDocument, type ExaminedFinding, type Examining, headName } from './examined.ts';
import { contentsIn } from './contents.ts';
import { excerptOf } from './excerpt.ts';

/** What requests are examined with. */
export interface ExamineSetup {
  readonly contract: Contract;
  readonly phase: number;
}

/** The readers that an examination uses. */
export interface ExamineReaders extends Pick<Oracle, 'judge'> {
  readonly shapesOf: ReturnType<typeof shapeReader>;
}

/** Judges a request as `3pas check` would, and shows its documents around what was found, its content and its geometry. */
export const examine = async (
  { head, body, context }: Examining,
  { contract, phase, judge, shapesOf }: ExamineSetup & ExamineReaders,
): Promise<Examined> => {
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), body]);
  const judged =
    context === undefined
      ? undefined
      : await judgeFile(
          { name: '', bytes, kind: head === '' ? 'envelope' : 'http' },
          { contract, phase, context, judge: (...asked) => Promise.resolve(judge(...asked)) },
        );
  const found = (judged?.findings ?? []).map((one, index) => apart({ ...one, number: index + 1 }, head));
  const { text } = sourceText(body);
  const parts = [
    { document: headName, whole: head.trimEnd() },
    { document: '', whole: text },
  ];
  return {
    findings: found.map(told),
    documents: documentsOf([...parts, ...found]),
    contents: contentsIn(text),
    shapes: context === undefined ? [] : shapesOf(body, context),
  };
};

/** The head and the message have line numbers of their own, as what is said of the message has them. */
const apart = (one: Numbered, head: string): Numbered => {
  if (one.document !== '') return one;
  const before = head.split('\r\n').length - 1;
  return one.line > before ? { ...one, line: one.line - before } : { ...one, document: one.line === 0 ? '' : headName };
};

const told = ({ number, requirement, isError, text, hint, document, line, column }: Numbered): ExaminedFinding => ({
  ...{ number, requirement, isError, text, hint, line, column },
  document: nameOf(document),
});

type Numbered = FileFinding & { readonly number: number };
type Shown = Pick<FileFinding, 'document' | 'whole'> & Partial<Numbered>;

const nameOf = (document: string): string => (document === headName ? document : document.replace(/^!/, ''));

const documentsOf = (all: readonly Shown[]): readonly ExaminedDocument[] =>
  [...Map.groupBy(all, ({ document }) => document)].flatMap(([document, own]) => {
    const whole = own[0]?.whole ?? '';
    const marks = own.flatMap(({ number, line = 0, column = 0, length = 0 }) =>
      number === undefined || line === 0 ? [] : [{ number, line, column, length }],
    );
    return whole === '' ? [] : [{ name: nameOf(document), lines: excerptOf(whole, marks) }];
  });
