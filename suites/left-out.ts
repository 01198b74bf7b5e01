import type { Bilingual } from '#contract/texts/bilingual';
import type { Exclusion } from '#harness/run-check';
import type { Permission, RunConfig } from '#harness/run-config';

type LeftOut = Extract<Exclusion, { readonly verdict: 'left-out' }>;

const leftOut = (reason: Bilingual, remedy: Bilingual, by?: LeftOut['by']): LeftOut => ({
  verdict: 'left-out',
  reason,
  remedy,
  by,
});

const permissions: Readonly<Record<Permission, Bilingual>> = {
  violations: { nl: 'foute berichten', en: 'faulty messages' },
  variants: { nl: 'berichten in een andere schrijfwijze', en: 'messages in another notation' },
  attacks: { nl: 'aanvallen', en: 'attacks' },
  'wrong-credentials': { nl: 'verkeerde inloggegevens', en: 'wrong credentials' },
  'wrong-password': { nl: 'een onjuist wachtwoord', en: 'a wrong password' },
  'wrong-certificates': { nl: 'verkeerde certificaten', en: 'wrong certificates' },
  bopa: { nl: 'aanleveringen van een BOPA', en: 'deliveries of a BOPA' },
};

/** What takes checks out of the scope of a run, by what it is about. */
export const leftBy = {
  permission: (one: Permission): LeftOut =>
    leftOut(
      {
        nl: `er is geen toestemming van KOOP voor ${permissions[one].nl}`,
        en: `there is no permission of KOOP for ${permissions[one].en}`,
      },
      {
        nl: `vraag KOOP om toestemming, en zet die in het profiel (toestemming, omvang: [${one}])`,
        en: `ask KOOP for a permission, and put it in the profile (toestemming, omvang: [${one}])`,
      },
      'permission',
    ),
  certificate: (key: string): LeftOut =>
    leftOut(
      { nl: `het profiel noemt zo'n certificaat niet (${key})`, en: `the profile names no such certificate (${key})` },
      { nl: `noem het in het profiel onder ${key}`, en: `name it in the profile under ${key}` },
    ),
  certificateFact: (reason: Bilingual): LeftOut =>
    leftOut(reason, {
      nl: 'laat het zien met 3pas certificate inspect, en geef daar mee wat ontbreekt',
      en: 'show it with 3pas certificate inspect, and give that what is missing',
    }),
  constraint: (reason: Bilingual): LeftOut =>
    leftOut(reason, {
      nl: 'schrijf in rules.mjs van het contract hoe dat gaat, of laat het zo',
      en: 'write in rules.mjs of the contract how that is done, or leave it',
    }),
  manners: (reason: Bilingual): LeftOut =>
    leftOut(reason, {
      nl: 'dit contract en dit profiel staan het niet toe; aan het ingebouwde endpoint kan het wel',
      en: 'this contract and this profile do not allow it; at the embedded endpoint it can be done',
    }),
  smoke: (runs: number, least: number): LeftOut =>
    leftOut(
      {
        nl: `een korte run (--runs ${String(runs)}) probeert elke regel bij één documenttype`,
        en: `a short run (--runs ${String(runs)}) tries each constraint in one document type`,
      },
      {
        nl: `met --runs ${String(least)} of meer gebeurt dat bij alle`,
        en: `--runs ${String(least)} or more tries it in all`,
      },
      'turn',
    ),
  fewDrafts: (runs: number, least: number): LeftOut =>
    leftOut(
      {
        nl: `de weinige aanleveringen van een korte run (--runs ${String(runs)}) hebben geen plek waar dat kan staan`,
        en: `the few deliveries of a short run (--runs ${String(runs)}) have no place where that may stand`,
      },
      {
        nl: `met --runs ${String(least)} of meer zijn er genoeg`,
        en: `with --runs ${String(least)} or more there are enough`,
      },
      'turn',
    ),
  fewer: (runs: number): LeftOut =>
    leftOut(
      {
        nl: `binnen de limieten van het profiel (--runs ${String(runs)}) komt elke regel bij één documenttype aan de beurt`,
        en: `within the limits of the profile (--runs ${String(runs)}) each constraint has its turn in one document type`,
      },
      {
        nl: 'een volgende run kiest een ander documenttype; --document-type kiest er zelf een',
        en: 'another run chooses another document type; --document-type chooses one yourself',
      },
      'turn',
    ),
  limits: ({ requests, accepted }: RunConfig['limits'], days: number | undefined, isNight = false): LeftOut => {
    const most = [requests, accepted].map((limit) => (limit === undefined ? '–' : String(limit)));
    return leftOut(
      {
        nl: `meer past niet in de limieten van het profiel (${most[0] ?? ''} verzoeken, ${most[1] ?? ''} aangenomen dossiers)`,
        en: `no more fits the limits of the profile (${most[0] ?? ''} requests, ${most[1] ?? ''} accepted dossiers)`,
      },
      {
        nl: `${days === undefined ? '' : together(days, isNight).nl}zet hogere limits in het profiel, als KOOP dat goedvindt`,
        en: `${days === undefined ? '' : together(days, isNight).en}put higher limits in the profile, where KOOP agrees`,
      },
      'turn',
    );
  },
  flag: (flag: string): LeftOut =>
    leftOut(
      { nl: `${flag} laat ze weg`, en: `${flag} leaves them out` },
      { nl: `laat ${flag} weg`, en: `leave ${flag} out` },
    ),
} as const;

const together = (days: number, isNight: boolean): Bilingual =>
  isNight
    ? {
        nl: `${String(days)} nachten (--night) toetsen samen alles; of `,
        en: `${String(days)} nights (--night) test all of it together; or `,
      }
    : {
        nl: `runs op ${String(days)} opeenvolgende dagen toetsen samen alles; of `,
        en: `runs on ${String(days)} consecutive days test all of it together; or `,
      };

/** The same where it is about one thing. */
export const left = {
  authorities: leftOut(
    {
      nl: 'het profiel noemt geen bevoegd gezag waarvoor mag worden aangeleverd',
      en: 'the profile names no competent authority to deliver for',
    },
    {
      nl: 'noem in het profiel het bevoegd gezag (bevoegdGezag)',
      en: 'name the competent authority in the profile (bevoegdGezag)',
    },
  ),
  readable: leftOut(
    {
      nl: 'inloggegevens gaan niet onversleuteld naar een andere machine',
      en: 'credentials don’t travel unencrypted to another machine',
    },
    { nl: 'zet in endpoint.url een https-adres', en: 'put an https address in endpoint.url' },
  ),
  offered: leftOut(
    {
      nl: 'vóór de onderbreking zijn al verkeerde inloggegevens aangeboden; nog eens kan het account blokkeren',
      en: 'wrong credentials were offered before the run was cut off; a second time may lock the account',
    },
    { nl: 'begin een nieuwe run (zonder --resume)', en: 'begin a new run (without --resume)' },
    'turn',
  ),
  past: leftOut(
    {
      nl: 'de aanleveringen waarna dit blijkt, waren er vóór de onderbreking',
      en: 'the deliveries that this comes to light after were made before the run was cut off',
    },
    { nl: 'begin een nieuwe run (zonder --resume)', en: 'begin a new run (without --resume)' },
    'turn',
  ),
  via: leftOut(
    {
      nl: 'TLS en het certificaat zijn hier niet te zien: endpoint.via verzorgt ze',
      en: 'TLS and the certificate can not be seen here: endpoint.via carries them',
    },
    {
      nl: 'toets ze met een profiel zonder via, met het certificaat zelf; of laat de beheerder ervan 3pas certificate inspect draaien',
      en: 'check them by a profile without via, with the certificate itself; or have who keeps it run 3pas certificate inspect',
    },
  ),
  media: leftOut(
    {
      nl: 'het profiel vraagt niet om de media die dit nodig heeft',
      en: 'the profile does not ask for the media that this needs',
    },
    { nl: 'noem media in het profiel, als KOOP dat goedvindt', en: 'name media in the profile, where KOOP agrees' },
  ),
  connections: leftOut(
    {
      nl: 'het profiel laat maar één verbinding tegelijk toe',
      en: 'the profile allows only one connection at a time',
    },
    {
      nl: 'zet limits.connections in het profiel op 2 of meer, als KOOP dat goedvindt',
      en: 'put limits.connections in the profile at 2 or more, where KOOP agrees',
    },
  ),
  fittingMedium: leftOut(
    {
      nl: 'geen medium dat gevraagd mag worden, past bij dit documenttype',
      en: 'no medium that may be asked for fits this document type',
    },
    {
      nl: 'noem in het profiel een ander medium of een ander bevoegd gezag',
      en: 'name another medium or another competent authority in the profile',
    },
  ),
} as const;
