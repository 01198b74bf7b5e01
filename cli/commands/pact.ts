import { Command } from 'commander';
import { contractOption, languageOption } from '../options.ts';
import { noRulesOption, trustRulesOption } from '../rules/options.ts';
import type { WriteOptions } from '../pact/write/write.ts';

/** `3pas pact`: the interface in the form of Pact. */
export const pactCommand = (): Command =>
  new Command('pact')
    .description('The interface as a pact, the contract file of Pact (docs.pact.io).')
    .addCommand(writeCommand());

const writeCommand = (): Command =>
  new Command('write')
    .description(
      'Writes the pact of a contract folder: what a permit system asks, and what the service answers. Needs Pact (npm install --save-dev @pact-foundation/pact).',
    )
    .addOption(contractOption())
    .addOption(trustRulesOption())
    .addOption(noRulesOption())
    .option('-o, --out <file>', 'the file to write (default: vergunningensysteem-drop-3pas-<contract>.json)')
    .option('--clock <moment>', 'the moment that its dates are made at (default: now)')
    .addOption(languageOption())
    .action(async (options: WriteOptions) => {
      const { write } = await import('../pact/write/write.ts');
      await write(options);
    });
