import { jsonText } from '#contract/texts/json-text';
import { visible } from '#contract/texts/visible';
import type { RunningMock } from '#endpoint/mock-process';
import type { Language } from '#reporters/texts';
import type { CertificateFolder } from './certificate-folder.ts';

/** What is told of a mock that has started. */
export interface Started {
  readonly mock: RunningMock;
  readonly username: string;
  /** Undefined over plain HTTP. */
  readonly certificates: CertificateFolder | undefined;
}

/** One line of JSON, without the password. */
export const startedJson = ({ mock: { url, controlUrl }, certificates }: Started): string =>
  jsonText({ url, wsdl: `${url}?wsdl`, received: controlUrl, certificates: certificates?.path });

/** A line for each thing to know. */
export const startedText = (started: Started, language: Language): string => {
  const { url, controlUrl } = started.mock;
  const { endpoint, received, stop } = words[language];
  return [
    `${endpoint}: ${url}`,
    `WSDL: ${url}?wsdl`,
    ...accessLines(started, language),
    `${received}: ${controlUrl}`,
    stop,
  ]
    .map((line) => `${visible(line)}\n`)
    .join('');
};

const accessLines = ({ username, certificates }: Started, language: Language): readonly string[] => {
  const text = words[language];
  if (certificates === undefined) return [`${text.username}: ${username}`];
  const { path, files, password } = certificates;
  return [`${text.certificates}: ${path}`, `  ${files.join(', ')}`, `${text.password}: ${password}`, text.throwaway];
};

const words = {
  nl: {
    endpoint: 'Endpoint',
    username: 'Gebruikersnaam',
    certificates: 'Certificaten',
    password: 'Wachtwoord van de .p12-bestanden',
    throwaway: 'Certificaten en sleutels zijn wegwerpbaar: ze gelden alleen hier, en tot het endpoint stopt.',
    received: 'Ontvangen berichten',
    stop: 'Stoppen met Ctrl-C.',
  },
  en: {
    endpoint: 'Endpoint',
    username: 'Username',
    certificates: 'Certificates',
    password: 'Password of the .p12 files',
    throwaway: 'Certificates and keys are throw-away ones: they are good here only, and until the endpoint stops.',
    received: 'Received messages',
    stop: 'Stop with Ctrl-C.',
  },
};
