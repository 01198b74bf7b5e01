import { Command } from 'commander';
import { type Ground, type Grounding, grounds, levelOf } from '#contract/grounds/ground';
import { jsonText } from '#contract/texts/json-text';
import { readContract } from '#contract/reader';
import { requirements } from '#judgement/requirements/registry';
import { type Language, texts } from '#reporters/texts';
import { contractFolder } from '../contract-folder.ts';
import { tell } from '../tell.ts';
import { languageOf } from '../language.ts';
import { contractOption, languageOption } from '../options.ts';

interface Options {
  readonly contract?: string;
  readonly grounds?: boolean;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** `3pas requirements`: what is demanded, on which ground. */
export const requirementsCommand = (): Command =>
  new Command('requirements')
    .description('Lists the requirements with level, ground and source; --grounds counts how many rest on what.')
    .addOption(contractOption())
    .option('--grounds', 'the shares of the grounds, of requirements and of the constraints of the contract')
    .option('--json', 'as JSON')
    .addOption(languageOption())
    .action((options: Options) => {
      tell(`${options.grounds === true ? groundsText(options) : listText(options)}\n`);
    });

const listText = ({ json, lang }: Options): string => {
  if (json === true) return jsonText(Object.fromEntries(requirements), 2);
  const language = languageOf(lang);
  return [...requirements]
    .map(
      ([id, one]) =>
        `${id}\n    ${one.strength}, ${texts[language].grounds[one.ground]}, ${String(one.phases)}: ${one.text[language]}` +
        (one.source === '' ? '' : `\n    ${one.source}`),
    )
    .join('\n');
};

const groundsText = ({ contract: folder, json, lang }: Options): string => {
  const contract = readContract(contractFolder(folder));
  const shares = {
    requirements: sharesOf([...requirements.values()]),
    constraints: sharesOf(contract.constraints),
    documentTypes: sharesOf(contract.documentTypes),
  };
  if (json === true) return jsonText({ contract: contract.id, digest: contract.digest, ...shares }, 2);
  const language = languageOf(lang);
  const header = ['', ...grounds.map((ground) => texts[language].grounds[ground])];
  const rows = Object.entries(shares).map(([name, share]) => [
    name,
    ...grounds.map((ground) => percent(share, ground)),
  ]);
  const levels = grounds.map((ground) => levelOf(ground));
  return [header, ['', ...levels], ...rows]
    .map((row) =>
      row
        .map((text) => text.padEnd(20))
        .join('')
        .trimEnd(),
    )
    .join('\n');
};

type Shares = Readonly<Record<Ground, number>>;

const sharesOf = (all: readonly Grounding[]): Shares =>
  Object.fromEntries(grounds.map((ground) => [ground, all.filter((one) => one.ground === ground).length])) as Shares;

const percent = (shares: Shares, ground: Ground): string => {
  const all = Object.values(shares).reduce((sum, one) => sum + one, 0);
  const share = all === 0 ? 0 : Math.round((100 * shares[ground]) / all);
  return `${String(shares[ground])} (${String(share)} %)`;
};
