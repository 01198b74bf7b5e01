import type { Bilingual } from '#contract/texts/bilingual';
import { quoted } from '#reporters/command-again';
import { UsageError } from '../usage-error.ts';

type Say = (nl: string, en: string) => UsageError;

const anew: Bilingual = { nl: 'begin een nieuwe run', en: 'start a new run' };

/** Why a run in a folder can't go on, each with the way out. */
export const refusal = (out: string) => {
  const say: Say = (nl, en) =>
    new UsageError({ nl: `${out} is niet te hervatten: ${nl}`, en: `${out} can't be resumed: ${en}` });
  return { ...ofFolder(say, out), ...ofSurroundings(say), ...ownOf(say) };
};

/** Why what others may have asked for is not taken over; `say` tells of what. */
export type OwnRefusal = ReturnType<typeof ownOf>;

/** These, each with the way out. */
export const ownOf = (say: Say) => ({
  ownProfile: (name: string) =>
    say(
      `de run heeft profiel ${name}, dat niet bij 3pas hoort of niet het profiel is dat u noemt; kijk of het van u is, en geef het erbij: --profile ${quoted(name)}`,
      `the run has profile ${name}, which does not come with 3pas or is not the one that you name; see that it is yours, and give it too: --profile ${quoted(name)}`,
    ),
  ownAddress: (url: string | undefined) =>
    url === undefined
      ? say(
          'de run heeft het adres van zijn profiel; laat --url weg',
          'the run has the address of its profile; leave --url out',
        )
      : say(
          `de run gaat naar ${url} in plaats van naar het adres van zijn profiel; kijk of dat klopt, en geef het erbij: --url ${quoted(url)}`,
          `the run goes to ${url} in place of the address of its profile; see that this is right, and give it too: --url ${quoted(url)}`,
        ),
  ownFolder: (option: string, path: string) =>
    say(
      `de run heeft ${option} ${path}, buiten de map van de run; kijk of die van u is, en geef haar erbij: ${option} ${quoted(path)}`,
      `the run has ${option} ${path}, outside the folder of the run; see that it is yours, and give it too: ${option} ${quoted(path)}`,
    ),
});

const ofFolder = (say: Say, out: string) => ({
  recording: () =>
    say(
      'het is een opname; ga daarmee door met 3pas listen en dezelfde --recording',
      'it is a recording; go on with that by 3pas listen and the same --recording',
    ),
  pact: () =>
    say(
      'het is een verificatie met Pact; herhaal die met 3pas pact verify',
      'it is a verification by Pact; repeat it with 3pas pact verify',
    ),
  replay: () =>
    say(
      'het is een geval dat opnieuw is verstuurd; herhaal dat met 3pas replay',
      'it is a case that was sent again; repeat that with 3pas replay',
    ),
  redacted: () =>
    say(
      `de berichten zijn eruit gehaald (3pas prune); ${anew.nl}`,
      `its messages were taken out (3pas prune); ${anew.en}`,
    ),
  finished: () =>
    say(
      `de run is af. Bekijk hem met npx 3pas report ${quoted(out)}, of ${anew.nl}`,
      `the run is finished. See it by npx 3pas report ${quoted(out)}, or ${anew.en}`,
    ),
  changed: () =>
    say(
      `het journaal is na de run gewijzigd (npx 3pas report ${quoted(out)} zegt waar); ${anew.nl}`,
      `its journal was changed after the run (npx 3pas report ${quoted(out)} tells where); ${anew.en}`,
    ),
  lost: (exchanges: number) =>
    say(
      `van ${String(exchanges)} uitwisselingen zijn de bytes weg of beschadigd; zet de map exchanges terug, of ${anew.nl}`,
      `the bytes of ${String(exchanges)} exchanges are gone or damaged; put the folder exchanges back, or ${anew.en}`,
    ),
  times: (most: number) =>
    say(
      `de run is al ${String(most)} keer hervat, en vaker kan niet; ${anew.nl}`,
      `the run was resumed ${String(most)} times, which is the most; ${anew.en}`,
    ),
});

const ofSurroundings = (say: Say) => ({
  suite: (was: string, is: string) =>
    say(
      `de run is van 3pas ${was}, en dit is ${is}; gebruik versie ${was}, of ${anew.nl}`,
      `the run is of 3pas ${was}, and this is ${is}; use version ${was}, or ${anew.en}`,
    ),
  contract: (was: string, is: string) =>
    say(
      `het contract had SHA-256 ${was}, en heeft nu ${is}; geef met --contract de map die de run had, of ${anew.nl}`,
      `the contract had SHA-256 ${was}, and now has ${is}; give the folder that the run had with --contract, or ${anew.en}`,
    ),
  profile: (name: string, parts: Bilingual) =>
    say(
      `in profiel ${name} is veranderd: ${parts.nl}; zet dat terug, of ${anew.nl}`,
      `of profile ${name} this has changed: ${parts.en}; put that back, or ${anew.en}`,
    ),
  dates: (until: string) =>
    say(
      `de publicatiedatums in de aanleveringen liggen vanaf ${until} in het verleden; ${anew.nl}`,
      `the publication dates in its deliveries lie in the past from ${until} on; ${anew.en}`,
    ),
});
