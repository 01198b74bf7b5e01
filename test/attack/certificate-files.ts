import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import forge from 'node-forge';
import { systemClock } from '#endpoint/clock';
import { sharedPki } from '../defects/shared.ts';
import type { Attack, Topic } from './attempt.ts';
import { bugIn, command } from './command.ts';

/** A file that is given for a certificate. */
interface HostileFile {
  readonly name: string;
  readonly make: (good: { readonly cert: string; readonly key: string }) => Uint8Array | string;
}

const pem = (label: string, bytes: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;

const derOf = (cert: string): Buffer => Buffer.from(cert.replace(/-----[^-]+-----|\s/g, ''), 'base64');
const first = (cert: string): string => /-----BEGIN[^]+?-----END CERTIFICATE-----\n/.exec(cert)?.[0] ?? '';

/** Sequences in sequences. */
const nested = (depth: number): Buffer => {
  const parts: Buffer[] = [];
  for (let level = depth; level > 0; level -= 1) parts.push(Buffer.from([0x30, 0x80]));
  return Buffer.concat(parts);
};

/** A PKCS#12 file that asks for so many rounds of its key derivation. */
const store = (good: { readonly cert: string; readonly key: string }, rounds: number): Buffer => {
  const made = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(good.key),
    [forge.pki.certificateFromPem(first(good.cert))],
    'geheim',
    { algorithm: '3des', count: 2048 },
  );
  const bytes = Buffer.from(forge.asn1.toDer(made).getBytes(), 'latin1');
  const usual = Buffer.from([0x02, 0x02, 0x08, 0x00]);
  const at = bytes.lastIndexOf(usual);
  if (at >= 0) bytes.writeUInt16BE(Math.min(rounds, 0x7fff), at + 2);
  return bytes;
};

/** A certificate whose subject holds a text that does something on a terminal. */
const withSubject = (text: string): string => {
  const { privateKey, publicKey } = forge.pki.rsa.generateKeyPair(1024);
  const cert = forge.pki.createCertificate();
  cert.publicKey = publicKey;
  cert.serialNumber = '01';
  cert.validity.notAfter = new Date(systemClock.now() + 86_400_000);
  const name = [{ name: 'commonName', value: forge.util.encodeUtf8(text) }];
  cert.setSubject(name);
  cert.setIssuer(name);
  cert.sign(privateKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(cert) + forge.pki.privateKeyToPem(privateKey);
};

const files: readonly HostileFile[] = [
  { name: 'nothing', make: () => '' },
  { name: 'a single NUL', make: () => new Uint8Array(1) },
  { name: '20 MB of zeros', make: () => new Uint8Array(20_000_000) },
  { name: '20 MB of begin lines', make: () => '-----BEGIN CERTIFICATE-----\n'.repeat(700_000) },
  {
    name: 'PEM of random bytes',
    make: () =>
      pem(
        'CERTIFICATE',
        Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251),
      ),
  },
  { name: 'PEM that is cut off', make: ({ cert }) => cert.slice(0, 600) },
  { name: 'DER that is cut off', make: ({ cert }) => derOf(first(cert)).subarray(0, 300) },
  {
    name: 'DER with a length past its end',
    make: ({ cert }) => {
      const der = derOf(first(cert));
      der.writeUInt16BE(0xffff, 2);
      return der;
    },
  },
  {
    name: 'DER with a length past any number',
    make: () => Buffer.from([0x30, 0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0]),
  },
  { name: 'DER nested 100,000 deep', make: () => nested(100_000) },
  { name: 'PEM of DER nested 100,000 deep', make: () => pem('CERTIFICATE', nested(100_000)) },
  { name: 'PKCS#7 of DER nested 100,000 deep', make: () => pem('PKCS7', nested(100_000)) },
  { name: 'PKCS#12 of the wrong password', make: (good) => store(good, 2048) },
  { name: 'PKCS#12 with 32,767 rounds', make: (good) => store(good, 32_767) },
  { name: 'the same certificate 5,000 times', make: ({ cert, key }) => first(cert).repeat(5000) + key },
  { name: 'a key alone', make: ({ key }) => key },
  {
    name: 'a public key',
    make: () => '-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKx\n-----END PUBLIC KEY-----\n',
  },
  {
    name: 'an encrypted key of unknown make',
    make: () => pem('ENCRYPTED PRIVATE KEY', Buffer.from([0x30, 3, 2, 1, 0])),
  },
  { name: 'a subject with codes of the terminal', make: () => withSubject('\u001b[2J\u001b]0;x\u0007\u009b2J') },
  { name: 'a subject with a command of CI', make: () => withSubject('x\n::error::overgenomen\n##vso[x]') },
  { name: 'a subject that turns direction', make: () => withSubject('\u202egnaleg\u2066x') },
  { name: 'a subject of 100,000 letters', make: () => withSubject('a'.repeat(100_000)) },
];

const control =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|^\s*(?:::|##)/mu;

const fileAttack = (
  folder: string,
  good: { readonly cert: string; readonly key: string },
  { name, make }: HostileFile,
): Attack => ({
  name,
  quick: name.startsWith('a subject'),
  act: async () => {
    const file = join(folder, 'eigen.pem');
    writeFileSync(file, make(good));
    const ended = await command(['certificate', 'inspect', file], { patience: 60_000 });
    const said = ended.stdout + ended.stderr;
    if (control.test(said)) return `control characters on the terminal: ${JSON.stringify(said.slice(0, 200))}`;
    if (![0, 1, 2, 3].includes(ended.code ?? -1)) return `exit code ${String(ended.code)}`;
    if (said.includes('PRIVATE KEY-----\nMII')) return 'a private key was shown';
    return ended.peak > 600 ? `${ended.peak.toFixed(0)} MB` : bugIn(ended);
  },
});

/** Whatever stands in a file that is given for a certificate, reading it ends soon and with a sentence. */
export const certificateFiles: Topic = {
  topic: 'certificate files',
  isSliced: true,
  open: async (folder) => {
    const good = (await sharedPki()).clients.g1;
    return { attacks: files.map((one) => fileAttack(folder, good, one)), close: () => Promise.resolve() };
  },
};
