import type { Bilingual } from '#contract/texts/bilingual';

/** What can be wrong with a file that is to hold a certificate or its key. */
export type IdentityProblem =
  | 'missing'
  | 'unreadable'
  | 'folder'
  | 'empty'
  | 'not-a-certificate'
  | 'damaged'
  | 'changed-marks'
  | 'request'
  | 'public-key'
  | 'crl'
  | 'java-keystore'
  | 'other-key-format'
  | 'only-a-key'
  | 'no-key'
  | 'password-needed'
  | 'password-wrong'
  | 'old-encryption'
  | 'only-authorities'
  | 'several-leafs'
  | 'key-of-another'
  | 'refused-by-openssl';

type Text = (file: string, detail?: string, other?: string) => Bilingual;

const exportKeystore = (kind: string): string =>
  `keytool -importkeystore -srckeystore OLD -srcstoretype ${kind} -destkeystore NEW.p12 -deststoretype PKCS12`;
const exportOne = 'keytool -importkeystore -srckeystore OLD.p12 -srcalias NAME -destkeystore NEW.p12';

/** The sentence of each problem; details are what the problem is about. */
export const problemTexts: Readonly<Record<IdentityProblem, Text>> = {
  missing: (file) => ({
    nl: `Bestand ${file} bestaat niet; controleer het pad.`,
    en: `File ${file} does not exist; check the path.`,
  }),
  unreadable: (file, code = '') => ({
    nl: `Bestand ${file} kan niet gelezen worden (${code}); geef deze gebruiker leesrecht.`,
    en: `File ${file} can't be read (${code}); give this user the right to read it.`,
  }),
  folder: (file) => ({
    nl: `${file} is een map; wijs het bestand erin aan.`,
    en: `${file} is a folder; name the file in it.`,
  }),
  empty: (file) => ({
    nl: `Bestand ${file} is leeg; exporteer het certificaat opnieuw.`,
    en: `File ${file} is empty; export the certificate again.`,
  }),
  'not-a-certificate': (file) => ({
    nl: `Bestand ${file} bevat geen certificaat; geef PEM, DER, PKCS#7 of PKCS#12 (.pem, .cer, .p7b, .p12).`,
    en: `File ${file} holds no certificate; give PEM, DER, PKCS#7 or PKCS#12 (.pem, .cer, .p7b, .p12).`,
  }),
  damaged: (file, what = '') => ({
    nl: `In bestand ${file} is "${what}" beschadigd of niet compleet; haal het opnieuw op, ongewijzigd.`,
    en: `In file ${file} "${what}" is damaged or incomplete; get it again, unchanged.`,
  }),
  'changed-marks': (file) => ({
    nl: `In bestand ${file} staat de regel met BEGIN niet tussen vijf gewone streepjes (-----), zoals na tekstverwerker of mail; haal het bestand opnieuw op, ongewijzigd.`,
    en: `In file ${file} the line with BEGIN does not stand between five plain hyphens (-----), as after a word processor or mail; get the file again, unchanged.`,
  }),
  request: (file) => ({
    nl: `Bestand ${file} is een aanvraag (CSR) en geen certificaat; gebruik het certificaat dat de TSP erop heeft uitgegeven.`,
    en: `File ${file} is a request (CSR) and no certificate; use the certificate that the TSP issued for it.`,
  }),
  'public-key': (file) => ({
    nl: `Bestand ${file} is alleen een publieke sleutel; geef het certificaat, en de privésleutel met --key.`,
    en: `File ${file} is a public key only; give the certificate, and the private key with --key.`,
  }),
  crl: (file) => ({
    nl: `Bestand ${file} is een intrekkingslijst (CRL) en geen certificaat; geef het certificaat zelf.`,
    en: `File ${file} is a list of revoked certificates (CRL) and no certificate; give the certificate itself.`,
  }),
  'java-keystore': (file, kind = '') => ({
    nl: `Bestand ${file} is een Java-keystore (${kind}); exporteer naar PKCS#12: ${exportKeystore(kind)}`,
    en: `File ${file} is a Java keystore (${kind}); export it to PKCS#12: ${exportKeystore(kind)}`,
  }),
  'other-key-format': (file, format = '') => ({
    nl: `Bestand ${file} bevat een ${format}, die niet bij TLS hoort; geef de sleutel in PKCS#8 (BEGIN PRIVATE KEY).`,
    en: `File ${file} holds an ${format}, which is not for TLS; give the key in PKCS#8 (BEGIN PRIVATE KEY).`,
  }),
  'only-a-key': (file) => ({
    nl: `Bestand ${file} bevat alleen een privésleutel; geef het certificaat als bestand, en deze sleutel met --key.`,
    en: `File ${file} holds a private key only; give the certificate as the file, and this key with --key.`,
  }),
  'no-key': (file) => ({
    nl: `Bestand ${file} bevat geen privésleutel; geef het bestand van de sleutel waarmee het certificaat is aangevraagd.`,
    en: `File ${file} holds no private key; give the file of the key with which the certificate was requested.`,
  }),
  'password-needed': (file) => ({
    nl: `Bestand ${file} is versleuteld; geef de naam van de omgevingsvariabele met het wachtwoord (--password-env).`,
    en: `File ${file} is encrypted; give the name of the environment variable with the password (--password-env).`,
  }),
  'password-wrong': (file) => ({
    nl: `Het wachtwoord van bestand ${file} is onjuist; controleer de omgevingsvariabele, ook op spaties en regeleinden.`,
    en: `The password of file ${file} is wrong; check the environment variable, also for spaces and line ends.`,
  }),
  'old-encryption': (file, remedy = '') => ({
    nl: `Bestand ${file} is versleuteld op een manier die hier niet te openen is; exporteer opnieuw: ${remedy}`,
    en: `File ${file} is encrypted in a way that can't be opened here; export it again: ${remedy}`,
  }),
  'only-authorities': (file, who = '') => ({
    nl: `Bestand ${file} bevat alleen het certificaat van een uitgever (CA): ${who}; geef het certificaat van uw organisatie.`,
    en: `File ${file} holds only the certificate of an authority (CA): ${who}; give the certificate of your organisation.`,
  }),
  'several-leafs': (file, who = '') => ({
    nl: `Bestand ${file} bevat meer dan één clientcertificaat: ${who}; houd er één over, uit PKCS#12 met: ${exportOne}`,
    en: `File ${file} holds more than one client certificate: ${who}; keep one, of PKCS#12 by: ${exportOne}`,
  }),
  'key-of-another': (file, certificate = '', key = '') => ({
    nl: `De sleutel in ${file} hoort niet bij het certificaat: dat is van sleutel ${certificate}, en dit is ${key}; zoek de sleutel van de aanvraag (CSR).`,
    en: `The key in ${file} does not belong to the certificate: that is of key ${certificate}, and this is ${key}; find the key of the request (CSR).`,
  }),
  'refused-by-openssl': (file, reason = '') => ({
    nl: `OpenSSL, en dus Node, weigert het certificaat in bestand ${file} voor TLS (${reason}); vraag een certificaat aan met een RSA-sleutel van ten minste 3072 bits en een handtekening met SHA-256.`,
    en: `OpenSSL, and so Node, refuses the certificate in file ${file} for TLS (${reason}); request a certificate with an RSA key of at least 3072 bits and a signature with SHA-256.`,
  }),
};

/** What is worth knowing of files that can be used. */
export type IdentityWarning =
  | { readonly kind: 'key-readable-by-all'; readonly text: Bilingual }
  | { readonly kind: 'old-encryption'; readonly text: Bilingual }
  | { readonly kind: 'renewed'; readonly text: Bilingual };

/** Several certificates of one key, of which that one is used that is valid longest, until a day (YYYY-MM-DD). */
export const renewed = (file: string, count: number, until: string): IdentityWarning => ({
  kind: 'renewed',
  text: {
    nl: `Bestand ${file} bevat ${String(count)} certificaten van dezelfde sleutel; het certificaat dat het langst geldt, tot ${until}, wordt gebruikt; laat de andere weg als dat niet de bedoeling is`,
    en: `File ${file} holds ${String(count)} certificates of the same key; the one that is valid longest, until ${until}, is used; leave the others out if that is not intended`,
  },
});

/** A private key that every user of the machine can read. */
export const keyReadableByAll = (file: string, mode: number): IdentityWarning => {
  const octal = (mode & 0o777).toString(8).padStart(4, '0');
  return {
    kind: 'key-readable-by-all',
    text: {
      nl: `Iedereen op deze machine kan de privésleutel in ${file} lezen (rechten ${octal}); beperk dat: chmod 600 ${file}`,
      en: `Everyone on this machine can read the private key in ${file} (mode ${octal}); restrict it: chmod 600 ${file}`,
    },
  };
};

/** A file that we open and OpenSSL 3 refuses, though the password is right. */
export const oldEncryption = (file: string, remedy: string): IdentityWarning => ({
  kind: 'old-encryption',
  text: {
    nl: `Bestand ${file} is versleuteld met een oud algoritme (zoals RC2-40): het wachtwoord klopt, maar OpenSSL 3, en dus Node en curl, weigert het; exporteer opnieuw: ${remedy}`,
    en: `File ${file} is encrypted with an old algorithm (such as RC2-40): the password is right, but OpenSSL 3, and so Node and curl, refuses it; export it again: ${remedy}`,
  },
});
