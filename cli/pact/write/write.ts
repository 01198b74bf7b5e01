import { resolve } from 'node:path';
import { readContract } from '#contract/reader';
import { fillIn } from '#endpoint/wsse';
import { number } from '#reporters/number';
import type { Language } from '#reporters/texts';
import { contractFolder } from '../../contract-folder.ts';
import { languageOf } from '../../language.ts';
import { writeWhole } from '../../report/write-whole.ts';
import type { RulesOptions } from '../../rules/options.ts';
import { useToMake } from '../../rules/use.ts';
import { momentOf } from '../../run/clock.ts';
import { tell } from '../../tell.ts';
import { UsageError } from '../../usage-error.ts';
import type { PactInteraction } from '../interactions/interaction.ts';
import { madeInteractions } from '../interactions/made-interactions.ts';
import { outlineOf } from '../interactions/outline.ts';
import { textIn } from '../interactions/text-in.ts';
import { demandPact } from '../pact-package.ts';
import { nameOf } from './pact-setting.ts';
import { pactText } from './pact-text.ts';
import { settingOf } from './setting-of.ts';

/** The options of `3pas pact write` as they are given. */
export interface WriteOptions extends RulesOptions {
  readonly contract?: string;
  readonly out?: string;
  readonly clock?: string;
  readonly lang?: Language;
}

/** The run that its reference numbers name. */
const runId = 'pact';

/** Writes the pact of a contract to a file, and tells what it holds. */
export const write = async ({ contract: folder, out, clock, lang, ...rules }: WriteOptions): Promise<void> => {
  const contract = readContract(contractFolder(folder));
  const use = useToMake(contract, rules);
  await demandPact();
  const interactions = await madeInteractions({
    ...{ contract, use, outline: outlineOf(contract), headers: [] },
    occasion: { today: momentOf(clock).today, runId },
    rehearsal: { documentTypes: contract.documentTypes.map(({ name }) => name) },
    sender: { oin: undefined, mandates: undefined, authorities: undefined, media: undefined },
  });
  const setting = settingOf(contract);
  const file = resolve(out ?? nameOf(setting));
  const text = await pactText(setting, interactions.map(withCredentials));
  save(file, text);
  tell(`${toldOf(interactions, file)[languageOf(lang)]}\n`);
};

/** Credentials that a message bears are those of the user that the interaction is about. */
const withCredentials = (one: PactInteraction): PactInteraction => {
  const { username, message } = one.request;
  const filled = textIn(fillIn(Buffer.from(message), { username, password: undefined }));
  return { ...one, request: { ...one.request, message: filled } };
};

const save = (file: string, text: string): void => {
  try {
    writeWhole(file, text);
  } catch (error) {
    throw new UsageError(
      {
        nl: `${file} is niet te schrijven; geef met --out een ander bestand`,
        en: `${file} can't be written; give another file with --out`,
      },
      { cause: error },
    );
  }
};

const toldOf = ({ length }: readonly PactInteraction[], file: string) => ({
  nl: `${number(length, 'nl')} interacties\n${file}`,
  en: `${number(length, 'en')} interactions\n${file}`,
});
