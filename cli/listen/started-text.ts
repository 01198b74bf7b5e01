import { visible } from '#contract/texts/visible';
import { jsonText } from '#contract/texts/json-text';
import type { ForwardedTo } from '#evidence/forwarded-to';
import type { Language } from '#reporters/texts';
import type { ReceiverCertificates } from './certificates.ts';
import type { ListenSettings } from './settings.ts';

/** What is told of a receiver that has started. */
export interface Started {
  readonly settings: ListenSettings;
  readonly url: string;
  /** Of the page, on this machine only. */
  readonly pageUrl: string;
  readonly certificates: ReceiverCertificates | undefined;
  /** Exchanges that the recording holds from before. */
  readonly before: number;
  readonly forwardedTo: ForwardedTo | undefined;
}

/** One line of JSON. */
export const startedJson = ({ settings, url, pageUrl, certificates, before, forwardedTo }: Started): string =>
  jsonText({
    ...{ event: 'started', url, wsdl: `${url}?wsdl`, page: pageUrl, out: settings.out, phase: settings.phase, before },
    forwardedTo: forwardedTo?.url,
    certificates: certificates?.folder,
    root: certificates?.root && `${pageUrl}server-root.pem`,
  });

/** A line for each thing to know. */
export const startedText = (started: Started, language: Language): string => {
  const { settings, url, pageUrl, before } = started;
  const say = words[language];
  return [
    `${say.endpoint(settings.phase)}: ${url}`,
    `WSDL: ${url}?wsdl`,
    ...(started.forwardedTo === undefined ? [] : [say.forwards(started.forwardedTo)]),
    ...accessLines(started, language),
    ...(settings.isOpen ? [say.open] : []),
    `${say.page}: ${pageUrl}`,
    `${say.recording}: ${settings.out}${before === 0 ? '' : ` (${say.goesOn(before)})`}`,
    say.stop,
  ]
    .map((line) => `${visible(line)}\n`)
    .join('');
};

const accessLines = ({ settings, certificates, pageUrl }: Started, language: Language): readonly string[] => {
  const say = words[language];
  if (certificates === undefined) return [`${say.username}: ${settings.access.usernames.join(', ')}`];
  const { folder, root } = certificates;
  const lines = [`${say.certificates}: ${folder}`, say.contents];
  if (root === undefined) return lines;
  const file = 'server-root.pem';
  return [
    ...lines,
    `${say.root}: ${pageUrl}${file}`,
    `  Windows: Import-Certificate -FilePath ${file} -CertStoreLocation Cert:\\CurrentUser\\Root`,
    `  IIS:     certutil -addstore Root ${file}`,
    `  Java:    keytool -importcert -noprompt -alias 3pas -file ${file} -keystore truststore.p12 -storetype PKCS12 -storepass changeit`,
    `  curl:    --cacert ${file}`,
  ];
};

const words = {
  nl: {
    endpoint: (phase: number) => `Endpoint (fase ${String(phase)})`,
    forwards: ({ url, profile }: ForwardedTo) =>
      `Berichten gaan door naar ${url} (profiel ${profile}); het antwoord daarvan gaat terug naar de afzender`,
    username: 'Gebruikersnaam',
    certificates: 'Certificaten',
    contents:
      '  koop, g1 en g4 om binnen te komen (.pem met .key.pem, of .p12 met het wachtwoord in password.txt); ze blijven bij de opname',
    root: 'Root van de server, voor wie het endpoint moet vertrouwen',
    open: 'Let op: ook andere machines in het netwerk kunnen bij dit endpoint; wie binnenkomt, kan aanleveren. De pagina is alleen op deze machine te zien.',
    page: 'Pagina',
    recording: 'Opname',
    goesOn: (count: number) => `gaat verder na ${String(count)} ${count === 1 ? 'bericht' : 'berichten'}`,
    stop: 'Stoppen met Ctrl-C; daarna komt het oordeel.',
  },
  en: {
    endpoint: (phase: number) => `Endpoint (phase ${String(phase)})`,
    forwards: ({ url, profile }: ForwardedTo) =>
      `Messages go on to ${url} (profile ${profile}); its answer goes back to the sender`,
    username: 'Username',
    certificates: 'Certificates',
    contents:
      '  koop, g1 and g4 to get in with (.pem with .key.pem, or .p12 with the password in password.txt); they stay with the recording',
    root: 'Root of the server, for who has to trust the endpoint',
    open: 'Mind: other machines of the network can reach this endpoint too; who gets in can deliver. The page can be seen on this machine only.',
    page: 'Page',
    recording: 'Recording',
    goesOn: (count: number) => `goes on after ${String(count)} ${count === 1 ? 'message' : 'messages'}`,
    stop: 'Stop with Ctrl-C; the verdict comes then.',
  },
};
