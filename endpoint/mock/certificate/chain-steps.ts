import type { Bilingual } from '#contract/texts/bilingual';
import type { PathEnd } from './path.ts';
import { calledBy } from './presented.ts';
import type { Step } from './step.ts';

/** Each end of a path but the right one has a step of its own, so that one can be forgotten without the others. */
const against =
  (end: PathEnd, text: (issuer: string) => Bilingual): Step =>
  ({ path }) =>
    path.end === end ? text(calledBy((path.certificates.at(-1) ?? path.certificates[0]).says.issuerName)) : undefined;

/** A certificate that vouches for itself. */
export const isNotSelfSigned = against('self-signed', () => ({
  nl: 'Het certificaat is door zichzelf ondertekend. Gebruik een certificaat van een uitgever die hier is toegelaten.',
  en: 'The certificate is signed by itself. Use a certificate of an issuer that is accepted here.',
}));

/** A chain that breaks off: from exactly what was sent, since nothing is looked up. */
export const isComplete = against('issuer-missing', (issuer) => ({
  nl: `De keten breekt af: het certificaat van de uitgever "${issuer}" is niet meegestuurd, of niet van een CA. Stuur de tussenliggende certificaten mee.`,
  en: `The chain breaks off: the certificate of the issuer "${issuer}" was not sent, or is not that of a CA. Send the intermediate certificates along.`,
}));

/** A chain that ends in a root that is not accepted, whatever it is called. */
export const endsInAcceptedRoot = against('other-root', (issuer) => ({
  nl: `De keten eindigt bij een root die hier niet is toegelaten: "${issuer}". Gebruik een certificaat onder een toegelaten root.`,
  en: `The chain ends in a root that is not accepted here: "${issuer}". Use a certificate under an accepted root.`,
}));
