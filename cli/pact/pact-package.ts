import { UsageError } from '../usage-error.ts';

/** The major version that this project is tried with. */
const major = '17';

/** Throws `UsageError` where Pact is not installed; tells its makers nothing of its use. */
export const demandPact = async (): Promise<void> => {
  process.env['PACT_DO_NOT_TRACK'] = 'true';
  try {
    await import('@pact-foundation/pact');
  } catch (error) {
    throw new UsageError(
      {
        nl: `Pact is hier niet te laden (${reasonOf(error)}); installeer het naast 3pas: npm install --save-dev @pact-foundation/pact@${major}`,
        en: `Pact can't be loaded here (${reasonOf(error)}); install it beside 3pas: npm install --save-dev @pact-foundation/pact@${major}`,
      },
      { cause: error },
    );
  }
};

/** The first line; what follows tells where it was looked for. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
