import { Command } from 'commander';
import { languageOption } from '../options.ts';
import type { SealOptions } from '../seal/seal.ts';

/** `3pas seal`: a run or recording as one signed file. */
export const sealCommand = (): Command =>
  new Command('seal')
    .description(
      'Makes one signed file of a run or recording: what was sent and answered, each judgement, and the verdicts, with a signature (CMS) over the digests of all of it. Exit code 2 for a folder that holds no run, a run that was changed since, or a key or certificate that can not be used.',
    )
    .argument('<run>', 'output folder of a run, or of a recording of listen, import or deliver')
    .option('--cert <file>', 'certificate of the signer, with those of its issuers where they stand in the same file')
    .option('--key <file>', 'its private key, where that is in a file of its own')
    .option('--chain <file...>', 'certificates of its issuers')
    .option('--password-env <variable>', 'environment variable with the password of key or PKCS#12')
    .option('-o, --out <file>', 'the package (default: bundle.zip in the folder of the run)')
    .option('--contract <folder>', 'where the contract of the run is now (default: where it was)')
    .option('--vendor <file>', 'vendor.yaml, where the recording was made without it')
    .option('--without-payloads', 'leaves the messages out: digests, metadata and verdicts stay')
    .option('--json', 'what was made as one line of JSON')
    .addOption(languageOption())
    .action(async (folder: string, options: SealOptions) => {
      const { seal } = await import('../seal/seal.ts');
      await seal(folder, options);
    });
