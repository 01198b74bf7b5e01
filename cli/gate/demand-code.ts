import { shortly } from '#contract/texts/visible';
import { isCode } from '#gate/policy/is-code';
import { UsageError } from '../usage-error.ts';

/** Throws `UsageError` for what `--new` never gave: it would be found, or missed, by chance. */
export const demandCode = (code: string | undefined): void => {
  if (code === undefined || isCode(code)) return;
  const said = shortly(code, 60);
  throw new UsageError({
    nl: `--code "${said}" is geen code; geef de code die 3pas gate --new gaf, zes letters en cijfers`,
    en: `--code "${said}" is no code; give the one that 3pas gate --new gave, six letters and digits`,
  });
};
