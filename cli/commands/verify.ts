import { Command } from 'commander';
import { languageOption } from '../options.ts';
import type { VerifyOptions } from '../verify/verify.ts';

/** `3pas verify`: whether a package is unaltered, and its verdicts follow from what it holds. */
export const verifyCommand = (exit: (code: number) => void): Command =>
  new Command('verify')
    .description(
      'Checks a package of 3pas seal, offline: that each file is the one that was signed and who signed; then judges every case once more from its bytes. Exit codes: 0 unaltered, and all as recorded as far as bytes were kept; 1 altered, or something comes out otherwise by the same version of 3pas; 3 a signer that leads to none of the roots, another contract, another version of 3pas by which something comes out otherwise, messages that were left out, or a run that is not whole; 2 wrong usage.',
    )
    .argument('<package>', 'file of 3pas seal')
    .option('--roots <file...>', 'certificates that signers have to lead to')
    .option('--contract <folder>', 'contract to judge again by (default: the one that comes with 3pas)')
    .option('--no-rejudge', 'checks the package and judges nothing again')
    .option('--json', 'what was found as one line of JSON')
    .addOption(languageOption())
    .action(async (file: string, options: VerifyOptions) => {
      const { verify } = await import('../verify/verify.ts');
      exit(await verify(file, options));
    });
