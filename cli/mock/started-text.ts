import { jsonText } from '#contract/texts/json-text';
import { visible } from '#contract/texts/visible';
import type { MockServer } from '#endpoint/mock/server';
import type { Language } from '#reporters/texts';
import type { PasswordAsked } from './password.ts';
import type { CertificateFolder } from './certificate-folder.ts';

/** What is told of a mock that has started. */
export interface Started {
  readonly mock: Pick<MockServer, 'url' | 'controlUrl'>;
  readonly username: string;
  readonly password: PasswordAsked;
  /** Undefined over plain HTTP. */
  readonly certificates: CertificateFolder | undefined;
}

/** One line of JSON, without a password of one's own or of certificates. */
export const startedJson = ({ mock: { url, controlUrl }, username, password, certificates }: Started): string => {
  const access =
    certificates === undefined
      ? { username, password: password.kind === 'usual' ? password.password : undefined }
      : { certificates: certificates.path };
  return jsonText({ url, wsdl: `${url}?wsdl`, received: controlUrl, ...access });
};

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

const accessLines = ({ username, password: asked, certificates }: Started, language: Language): readonly string[] => {
  const text = words[language];
  if (certificates === undefined)
    return [`${text.username}: ${username}`, `${text.password}: ${passwordText(asked, language)}`];
  const { path, files, password } = certificates;
  return [`${text.certificates}: ${path}`, `  ${files.join(', ')}`, `${text.ofFiles}: ${password}`, text.throwaway];
};

/** One of the user's own is named by its variable. */
const passwordText = (asked: PasswordAsked, language: Language): string => {
  const { usual, own, any } = words[language];
  if (asked.kind === 'any') return any;
  return asked.kind === 'usual' ? usual(asked.password) : own(asked.variable);
};

const words = {
  nl: {
    endpoint: 'Endpoint',
    username: 'Gebruikersnaam',
    certificates: 'Certificaten',
    password: 'Wachtwoord',
    usual: (password: string) =>
      `${password} (een ander wordt geweigerd; --password-env kiest er zelf een, --any-password laat elk toe)`,
    own: (variable: string) => `dat in ${variable} (een ander wordt geweigerd)`,
    any: 'elk wachtwoord wordt aangenomen',
    ofFiles: 'Wachtwoord van de .p12-bestanden',
    throwaway: 'Certificaten en sleutels zijn wegwerpbaar: ze gelden alleen hier, en tot het endpoint stopt.',
    received: 'Ontvangen berichten',
    stop: 'Stoppen met Ctrl-C.',
  },
  en: {
    endpoint: 'Endpoint',
    username: 'Username',
    certificates: 'Certificates',
    password: 'Password',
    usual: (password: string) =>
      `${password} (any other is refused; --password-env sets your own, --any-password takes any)`,
    own: (variable: string) => `that in ${variable} (any other is refused)`,
    any: 'any password is taken',
    ofFiles: 'Password of the .p12 files',
    throwaway: 'Certificates and keys are throw-away ones: they are good here only, and until the endpoint stops.',
    received: 'Received messages',
    stop: 'Stop with Ctrl-C.',
  },
};
