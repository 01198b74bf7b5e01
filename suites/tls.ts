import type { Purpose } from '#judgement/purpose';
import { type CertificateFault, type Hierarchy, certificateFaults } from '#contract/wire/certificate-faults';
import type { OwnConnection } from '#endpoint/client';
import { longDelivery } from '#generators/long-delivery';
import type { CaseActor } from '#harness/case';
import type { Stage } from '#harness/run-check';
import type { tls } from '#judgement/requirements/tls';
import type { tlsRefusals } from '#judgement/requirements/tls-refusals';
import { sendAlive } from './alive.ts';
import { type Check, type Checks, type Lab, control, deliver, documentTypeOf, sample } from './lab.ts';
import { leftBy } from './left-out.ts';
import { beyondWcf } from './carried.ts';

/** The connection test over the usual connection, and over one with these versions of TLS alone. */
const over =
  (purpose: Purpose, versions: NonNullable<OwnConnection['versions']>): Check =>
  (lab, stage) =>
    stage.once(async (actor) => {
      await sendAlive(lab, actor, { purpose: 'reachable' });
      await sendAlive(lab, actor, { purpose, connection: { versions } });
    });

const takesLarge: Check = (lab, stage) =>
  stage.forAll(longDelivery(lab.generation, documentTypeOf(lab, stage), beyondWcf), 1, async (actor, one) => {
    await control(lab, stage, actor);
    await deliver(lab, actor, { purpose: 'valid', delivery: one });
    await good(lab, stage, actor);
  });

/** A delivery with the good certificate, right beside another one. */
const good = async (lab: Lab, stage: Stage, actor: CaseActor): Promise<void> => {
  await deliver(lab, actor, { purpose: 'control', delivery: sample(lab, stage) });
};

const keepsOut = async (lab: Lab, stage: Stage, identity: NonNullable<OwnConnection['identity']>): Promise<void> => {
  await stage.once(async (actor) => {
    await good(lab, stage, actor);
    const request = { connection: { identity } };
    await deliver(lab, actor, { purpose: 'wrong-certificate', delivery: sample(lab, stage), request });
    await good(lab, stage, actor);
  });
};

const refuses =
  (fault: CertificateFault): Check =>
  async (lab, stage) => {
    const identity = lab.config.tls?.wrong[fault];
    if (identity === undefined) stage.state(leftBy.certificate(`wrongCertificates.${fault}`));
    else await keepsOut(lab, stage, identity);
  };

const takesCertificateOf =
  (hierarchy: Hierarchy): Check =>
  async (lab, stage) => {
    const identity = lab.config.tls?.of[hierarchy];
    if (identity === undefined) throw new Error(`no certificate of ${hierarchy} is at hand`);
    await stage.once(async (actor) => {
      await sendAlive(lab, actor, { purpose: 'reachable' });
      await deliver(lab, actor, {
        purpose: 'valid',
        delivery: sample(lab, stage),
        request: { connection: { identity } },
      });
    });
  };

const refusals = Object.fromEntries(
  certificateFaults.map((fault) => [`tls.refuses-${fault}`, refuses(fault)]),
) as Checks<typeof tlsRefusals>;

/** Checks of the TLS connection. */
export const tlsChecks: Checks<typeof tls> = {
  'tls.shows-fitting-certificate': (lab, stage) =>
    stage.once(async (actor) => {
      await sendAlive(lab, actor, { purpose: 'alive', connection: {} });
    }),
  'tls.accepts-tls-1-2': over('pinned', { min: 'TLSv1.2', max: 'TLSv1.2' }),
  'tls.accepts-tls-1-3': over('pinned', { min: 'TLSv1.3', max: 'TLSv1.3' }),
  'tls.refuses-older-versions': over('older', { min: 'TLSv1', max: 'TLSv1.1' }),
  'tls.takes-large-bodies': takesLarge,
  'tls.accepts-koop-certificate': takesCertificateOf('koop'),
  'tls.accepts-g1-certificate': takesCertificateOf('g1'),
  'tls.accepts-g4-certificate': takesCertificateOf('g4'),
  'tls.refuses-no-certificate': (lab, stage) => keepsOut(lab, stage, 'none'),
  ...refusals,
};
