import type { Bilingual } from '../texts/bilingual.ts';
import { isConfirmed, type Policy, signatureFile } from './policy.ts';

/** What a folder says of itself. */
export interface Claim {
  /** SHA-256 of the folder, hexadecimal. */
  readonly digest: string;
  readonly provenance: Readonly<Record<string, string>>;
  /** The bytes of `contract.sig`; undefined where there is none. */
  readonly signature: Uint8Array | undefined;
}

const therefore = {
  nl: 'dus niets ervan geldt als door KOOP bevestigd',
  en: 'so nothing in it is taken for confirmed by KOOP',
};

/** Why a folder that calls itself confirmed, or bears a signature, is not confirmed; undefined for one that is, or never said so. */
export const unmetClaim = (policy: Policy, { digest, provenance, signature }: Claim): Bilingual | undefined => {
  const claims = provenance['standing'] === 'confirmed' || signature !== undefined;
  if (!claims || isConfirmed(policy, digest, signature)) return undefined;
  if (signature === undefined)
    return {
      nl: `de map noemt zich bevestigd (provenance.standing), maar heeft geen ${signatureFile}, ${therefore.nl}; vraag KOOP om de map met die handtekening, of zet de stand op reconstruction`,
      en: `the folder calls itself confirmed (provenance.standing) and has no ${signatureFile}, ${therefore.en}; ask KOOP for the folder with its signature, or make the standing reconstruction`,
    };
  if (!isSignature(signature))
    return {
      nl: `${signatureFile} is geen handtekening in base64, ${therefore.nl}; zet het bestand van KOOP terug`,
      en: `${signatureFile} is no signature in base64, ${therefore.en}; put the file of KOOP back`,
    };
  return {
    nl: `${signatureFile} is gemaakt met een sleutel die 3pas niet kent, of de map is daarna gewijzigd, ${therefore.nl}; haal de map opnieuw bij KOOP, en wijzig er niets in`,
    en: `${signatureFile} was made with a key that 3pas does not know, or the folder was changed after it, ${therefore.en}; get the folder from KOOP again, and change nothing in it`,
  };
};

/** Base64 of at least as many bytes as the shortest signature has. */
const isSignature = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes).toString('latin1').replace(/\s+/g, '');
  return /^[\w+/]+=*$/.test(text) && Buffer.from(text, 'base64').length >= 56;
};
