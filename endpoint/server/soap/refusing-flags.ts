import { acceptingTexts } from '#contract/description/accepting-texts';
import type { AnswerPaths, FailureFlag } from '#contract/contract';
import type { QName } from '#xml/qname';
import type { SchemaModel } from '#xml/schema/model';
import { namesIn } from './answer-path.ts';
import { listedAt, type Values } from './sample.ts';

/** Where the flag stands in a response. */
interface FlagPlace {
  readonly model: SchemaModel;
  readonly root: QName;
  readonly path: string;
  readonly outcome: AnswerPaths['outcome'];
}

/** What refuses where the contract only says what accepts, for a text, a number and a boolean. */
const anyRefusal = ['fout', '1', '2', 'false', 'true'];

/** What a refusal may say at the flag: the texts that the contract has for it, else those that accept nothing. */
export const refusingFlags = (flag: FailureFlag, { model, root, path, outcome }: FlagPlace): readonly Values[] => {
  const names = namesIn(path);
  const accepting = acceptingTexts(flag, outcome);
  const others = [...listedAt(model, root, names), ...anyRefusal].filter((one) => !accepting.includes(one));
  return (flag.failed.length > 0 ? flag.failed : others).map((said) => new Map([[names, said]]));
};
