import { dutchDay } from './days.ts';
import { type CertificateFacts, titleOf } from './facts.ts';
import { type CertificateJudge, type OwnWords, breaks, holds, notApplicable, unknown, warns } from './opinion.ts';

/** PKIoverheid's leaves have RSA keys. */
export const keyRsa: CertificateJudge = ({ leaf: { key } }) =>
  key.kind === 'rsa' ? holds('RSA', 'RSA') : breaks(`de sleutel is ${key.kind}`, `the key is ${key.kind}`);

const withBits =
  (judge: (bits: number, leaf: CertificateFacts) => ReturnType<CertificateJudge>): CertificateJudge =>
  ({ leaf }) =>
    leaf.key.bits === undefined
      ? notApplicable('het is geen RSA-sleutel', 'it is no RSA key')
      : judge(leaf.key.bits, leaf);

const atLeast = (bits: number, least: number): ReturnType<CertificateJudge> =>
  bits >= least
    ? holds(`${String(bits)} bits`, `${String(bits)} bits`)
    : breaks(`${String(bits)} bits, minder dan ${String(least)}`, `${String(bits)} bits, fewer than ${String(least)}`);

/** Whenever it was issued. */
export const key2048Bits = withBits((bits) => atLeast(bits, 2048));

/** By the day on which the certificate begins, since the day of issue is not in it. */
export const key3000BitsSince2026 = withBits((bits, { notBefore }) => {
  const day = dutchDay(notBefore);
  return day < '2026-01-01'
    ? notApplicable(`uitgegeven op ${day}, voor 2026`, `issued on ${day}, before 2026`)
    : atLeast(bits, 3000);
});

/** Compared by the public half. */
export const keyBelongs: CertificateJudge = ({ leaf: { key }, keySha256 }) => {
  const own = key.sha256.slice(0, 16);
  if (keySha256 === undefined) return notApplicable('er is geen sleutel meegegeven', 'no key was given');
  if (keySha256 === key.sha256) return holds(`publieke sleutel ${own}…`, `public key ${own}…`);
  const other = keySha256.slice(0, 16);
  return breaks(
    `het certificaat is van sleutel ${own}…, en dit is ${other}…`,
    `the certificate is of key ${own}…, and this is ${other}…`,
  );
};

/** Without the extension a key may do everything, but PKIoverheid's profile prescribes it. */
export const signs: CertificateJudge = ({ leaf: { extensions }, phase }) => {
  const uses = extensions.keyUsage?.uses;
  if (uses === undefined) return withoutExtension('keyUsage', 'digitalSignature, keyEncipherment', phase);
  const said = uses.join(', ');
  return uses.includes('digitalSignature') ? holds(said, said) : breaks(`alleen ${said}`, `${said} only`);
};

const withoutExtension = (name: string, wanted: string, phase: number): ReturnType<CertificateJudge> => {
  const opinion =
    phase === 2
      ? warns(
          `zonder ${name} mag alles, maar niet elke server neemt dat aan`,
          `without ${name} all is allowed, but not every server takes that`,
        )
      : breaks(`${name} ontbreekt`, `${name} is missing`);
  return { ...opinion, own: wordsWithout(name, wanted) };
};

const wordsWithout = (name: string, wanted: string): OwnWords => ({
  cause: {
    nl: `Het certificaat is uitgegeven zonder de extensie ${name}, die zegt waarvoor de sleutel is.`,
    en: `The certificate was issued without the extension ${name}, which says what the key is for.`,
  },
  remedy: {
    nl: `Laat het opnieuw uitgeven met ${name}: ${wanted}. Bij een testcertificaat zet openssl dat erin: ${name}=${wanted.replace(' ', '')}.`,
    en: `Have it issued again with ${name}: ${wanted}. For a test certificate openssl puts it there: ${name}=${wanted.replace(' ', '')}.`,
  },
});

/** Critical: whoever does not understand it refuses the certificate. */
export const keyUsageCritical: CertificateJudge = ({ leaf: { extensions } }) => {
  if (extensions.keyUsage === undefined) return notApplicable('keyUsage ontbreekt', 'keyUsage is missing');
  return extensions.keyUsage.critical ? holds('kritiek', 'critical') : breaks('niet kritiek', 'not critical');
};

const clientAuth = '1.3.6.1.5.5.7.3.2';
const anyPurpose = '2.5.29.37.0';

/** What the purposes that are usually met are called. */
export const purposeNames: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  [clientAuth]: 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
  [anyPurpose]: 'anyExtendedKeyUsage',
};

/** clientAuth; anyExtendedKeyUsage is allowed by RFC 5280 and refused by some servers. */
export const forClients: CertificateJudge = ({ leaf: { extensions }, phase }) => {
  const { purposes } = extensions;
  if (purposes === undefined) return withoutExtension('extendedKeyUsage', 'clientAuth, serverAuth', phase);
  const said = purposes.map((one) => purposeNames[one] ?? one).join(', ');
  if (purposes.includes(clientAuth)) return holds(said, said);
  return purposes.includes(anyPurpose)
    ? warns(`${said}: niet elke server neemt dat aan`, `${said}: not every server takes that`)
    : breaks(`alleen ${said}`, `${said} only`);
};

const weak = new Set(['MD2', 'MD5', 'SHA-1', 'SHA-224']);

/** Of a root nobody needs the signature, since it is trusted by itself. */
export const signedWithSha256: CertificateJudge = ({ leaf, chain }) => {
  const signed = [leaf, ...chain.issuers].filter((one) => !one.selfIssued || one === leaf);
  const bad = signed.find(({ signature }) => weak.has(signature.hash ?? ''));
  if (bad !== undefined) {
    const [name, how] = [titleOf(bad.subject), bad.signature.algorithm];
    return breaks(`"${name}" is ondertekend met ${how}`, `"${name}" is signed with ${how}`);
  }
  const strange = signed.find(({ signature }) => signature.hash === undefined)?.signature.algorithm;
  if (strange !== undefined)
    return unknown(`algoritme ${strange} is hier niet bekend`, `algorithm ${strange} is not known here`);
  const said = [...new Set(signed.map(({ signature }) => hashText(signature)))].join(', ');
  return holds(said, said);
};

const hashText = ({ algorithm, hash }: CertificateFacts['signature']): string =>
  algorithm === 'RSASSA-PSS' ? `RSASSA-PSS (${String(hash)})` : algorithm;
