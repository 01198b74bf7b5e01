import { answering, faulting, textOf } from '../seams.ts';
import type { SeededDefect, SeededDefects } from '../seeded-defect.ts';

const run = { topics: ['robustness'] } as const;

const told = (does: string, text: string): SeededDefect => ({
  does,
  foundBy: ['robustness.shows-no-internals'],
  run,
  defect: faulting((whole) =>
    whole.replace(/(<faultstring[^>]*>)[^<]*/, (_, start: string) => `${start}${text.replaceAll('<', '&lt;')}`),
  ),
});

const frames =
  'at nl.example.drop.DossierService.voegToe(DossierService.java:120)\n\tat nl.example.drop.Main.main(Main.java:7)';

/** Defects of an endpoint that tells more than whoever delivers is to know. */
export const internalDefects = {
  'tells-a-stack-trace-of-java': told(
    'Has a stack trace of Java in its Faults.',
    `java.lang.NullPointerException\n\t${frames}`,
  ),
  'tells-a-stack-trace-of-net': told(
    'Has a stack trace of .NET in its Faults, in the language of its server.',
    '   bij Example.Drop.Dossier.Opslag.Bewaar(Dossier dossier)\n   bij Example.Drop.DossierService.VoegToe(Bericht bericht)',
  ),
  'tells-its-sql': told('Has the statement that failed in its Faults.', "INSERT INTO dossier (titel) VALUES ('x')"),
  'tells-what-its-database-says': told(
    'Passes the message of its database on.',
    'ERROR: duplicate key value violates unique constraint "dossier_pkey"',
  ),
  'tells-its-paths': told('Tells where it stores what.', 'Kan C:\\inetpub\\drop\\App_Data\\dossiers.mdf niet openen.'),
  'tells-its-connection-string': told(
    'Tells how it connects to its database.',
    'Data Source=sql01;Initial Catalog=DROP;User Id=drop_app;Password=geheim',
  ),
  'tells-its-inner-hosts': told(
    'Tells what it can not reach.',
    'Geen verbinding met http://dossierdb01:8080/ of 10.20.30.40.',
  ),
  'tells-its-version': told('Has the version of its server in its Faults.', 'Apache Tomcat/8.5.31 (Java 1.8.0_191)'),
  'repeats-the-password': {
    does: 'Has the credentials of the request in its Faults, as it got them.',
    foundBy: ['robustness.shows-no-internals'],
    run,
    defect: answering((response, request) => {
      const { authorization } = request.headers;
      const text = textOf(response);
      if (authorization === undefined || !text.includes('<soap:Fault>')) return response;
      return { ...response, body: Buffer.from(text.replace(/(<faultstring[^>]*>)/, `$1${authorization} `)) };
    }),
  },
  'tells-its-source-in-a-header': {
    does: 'Has an exception with its source in a header of its answers.',
    foundBy: ['robustness.shows-no-internals'],
    run,
    defect: answering((response) =>
      textOf(response).includes('<soap:Fault>')
        ? { ...response, headers: { ...response.headers, 'x-debug': 'DossierService.cs:line 42' } }
        : response,
    ),
  },
} as const satisfies SeededDefects;
