import { Command } from 'commander';
import type { ReviewOptions } from '../gate/review.ts';
import { languageOption, list } from '../options.ts';

/** `3pas review`: what KOOP decides, as a record beside what the gate came to. */
export const reviewCommand = (): Command =>
  new Command('review')
    .description(
      'Records what KOOP decides on a phase, as a file beside the decision that 3pas gate --out wrote: granted and refused document types, conditions, and the function of who decides.',
    )
    .argument('<decision>', 'file that 3pas gate --out wrote')
    .option('--granted <names>', 'document types for which the phase is granted', list)
    .option('--refused <names>', 'document types for which it is refused', list)
    .option('--conditions <text>', 'conditions that go with it')
    .option('--by <function>', 'function of who decides')
    .option('-o, --out <file>', 'the record (default: beside the decision)')
    .option('--json', 'as JSON')
    .addOption(languageOption())
    .action(async (file: string, options: ReviewOptions) => {
      const { review } = await import('../gate/review.ts');
      review(file, options);
    });
