import { describe, expect, test } from 'vitest';
import { honest } from '../../test/samples/gate.ts';
import type { AcceptedThere, CertificateSeen } from '../facts/gate-facts.ts';
import type { GatePolicy } from '../policy/policy.ts';
import { evaluate } from './evaluate.ts';

const server = 'a'.repeat(64);
const broker: CertificateSeen = {
  ...{ subject: 'broker.example', oin: '00000001987654321000', fingerprint: 'b'.repeat(64) },
  notAfter: '2027-03-01T00:00:00.000Z',
};

interface Changes {
  readonly accepted?: (one: AcceptedThere, index: number) => Partial<AcceptedThere>;
  readonly policy?: (read: GatePolicy) => Partial<GatePolicy>;
}

const decided = ({ accepted = () => ({}), policy: change = () => ({}) }: Changes) => {
  const { facts, policy, ...rest } = honest(3);
  const acceptedThere = facts.acceptedThere.map((one, index) => ({ ...one, ...accepted(one, index) }));
  const read = policy && { ...policy.read, ...change(policy.read) };
  const { outcome, reasons } = evaluate({
    ...{ ...rest, facts: { ...facts, acceptedThere } },
    policy: policy && read && { ...policy, read },
  });
  return [outcome, [...new Set(reasons.map(({ kind, text }) => `${kind}: ${text.nl}`))]];
};

describe('a broker that holds the certificate', () => {
  const ofBroker = () => ({ certificate: broker });

  test('does not pass for the vendor by itself', () => {
    expect(decided({ accepted: ofBroker })).toEqual([
      'onbeslist',
      [expect.stringMatching(/^missing: 0 van de 1 aangenomen aanleveringen .* OIN 00000001123456789000/)],
    ]);
  });

  test('passes where the policy names it with that vendor, and is told', () => {
    const policy = ({ vendors }: GatePolicy) => ({ vendors: vendors.map((one) => ({ ...one, broker: broker.oin })) });

    expect(decided({ accepted: ofBroker, policy })).toEqual([
      'voldoet',
      [
        'note: aangeleverd met een certificaat van de broker met OIN 00000001987654321000, zoals het beleid toestaat (3)',
      ],
    ]);
  });
});

test('a certificate that was renewed within a phase is told with the other', () => {
  const renewed = { ...broker, subject: 'Zaaksoft', oin: '00000001123456789000' };

  expect(decided({ accepted: (_, index) => (index % 3 === 0 ? { certificate: renewed } : {}) })).toEqual([
    'voldoet',
    [
      'note: meer dan één certificaat: 2 aanleveringen met dat van Zaaksoft (OIN 00000001123456789000, geldig tot en met 2027-03-01)',
      expect.stringMatching(/^note: meer dan één certificaat: 4 aanleveringen met dat van Zaaksoft/),
    ],
  ]);
});

describe('the certificate that an endpoint showed', () => {
  const certificates = (...prints: readonly string[]) => ({
    policy: ({ targets }: GatePolicy) => ({ targets: targets.map((one) => ({ ...one, certificates: prints })) }),
  });
  const showing = { accepted: () => ({ server }) };

  test('is told where the policy names none, and passes where it names this one', () => {
    expect(decided(showing)).toEqual([
      'voldoet',
      [expect.stringContaining(`SHA-256 ${server}; zet het in het beleid`)],
    ]);
    expect(decided({ ...showing, ...certificates('0'.repeat(64), server) })).toEqual(['voldoet', []]);
  });

  test('leaves it undecided where it is another, or was not recorded', () => {
    const other = [expect.stringMatching(/^missing: bij 6 aangenomen aanleveringen toonde tst\.example\.nl niet/)];

    expect(decided({ ...showing, ...certificates('0'.repeat(64)) })).toEqual(['onbeslist', other]);
    expect(decided(certificates(server))).toEqual(['onbeslist', other]);
  });
});

test('numbers as the embedded endpoint gives them are pointed out', () => {
  const [outcome, reasons] = decided({
    accepted: (_, index) => ({ number: String(10_000_001 + index) }),
  });

  expect([outcome, reasons]).toEqual([
    'onbeslist',
    expect.arrayContaining([expect.stringMatching(/^warning: alle dossiernummers tellen/)]),
  ]);
});

test('a vendor without an OIN in the policy passes phase 3, and that nothing was compared is told', () => {
  const policy = ({ vendors }: GatePolicy) => ({ vendors: vendors.map((one) => ({ ...one, oin: undefined })) });
  expect(decided({ policy })).toEqual([
    'voldoet',
    [expect.stringMatching(/^note: niet vergeleken is van welke organisatie .* geen OIN/)],
  ]);
});
