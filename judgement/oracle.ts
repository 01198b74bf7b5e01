import type { Contract } from '#contract/contract';
import { type Opener, withDocuments } from '#xml/document';
import { XmlGaveUp } from '#xml/xml-error';
import { XPathError } from '#xml/xpath-error';
import type { Finding, JudgementContext, Opinion } from './finding.ts';
import { deliveryJudge, type DeliveryJudge } from './oracle-delivery.ts';
import { envelopeReader, type EnvelopeReader } from './oracle-envelope.ts';
import { type SchemaJudge, schemaJudge } from './oracle-schema.ts';

/** Judges messages by a contract, in this process; for bytes that we made ourselves. */
export interface Oracle {
  /** Throws `RangeError` when `context.today` is no day, `WebAssembly.RuntimeError` when the library traps: then end the process. */
  readonly judge: (message: Uint8Array, context: JudgementContext) => Opinion;
  readonly dispose: () => void;
}

/** Compiles a contract's schemas, roles and rules; throws `XmlError`, `SchemaError` or `XPathError`. */
export const createOracle = (contract: Contract): Oracle => {
  const schema = schemaJudge(contract, contract.schemas.message);
  const judges: Judges = {
    contract,
    schema,
    envelopes: envelopeReader(contract),
    deliveries: deliveryJudge(contract, schema),
  };
  return {
    judge: (message, context) =>
      opinionOf(() => withDocuments((open) => findingsIn(message, { ...judges, context, open }))),
    dispose: () => {
      judges.envelopes.dispose();
      judges.deliveries.dispose();
      schema.dispose();
    },
  };
};

interface Judges {
  readonly contract: Contract;
  readonly schema: SchemaJudge;
  readonly envelopes: EnvelopeReader;
  readonly deliveries: DeliveryJudge;
}

interface Case extends Judges {
  readonly context: JudgementContext;
  readonly open: Opener;
}

const findingsIn = (
  message: Uint8Array,
  { contract, schema, envelopes, deliveries, ...rest }: Case,
): readonly Finding[] => {
  const enveloped = envelopes.read(message, rest.open);
  if ('findings' in enveloped) return enveloped.findings;
  const { request, operation } = enveloped;
  if (operation === 'deliver') return deliveries.judge(request, rest);
  return schema.judge(request, { prefix: '', depth: 2, otherwise: contract.service.alive?.ground ?? 'assumed' });
};

const opinionOf = (judge: () => readonly Finding[]): Opinion => {
  try {
    const findings = judge();
    return { verdict: findings.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid', findings };
  } catch (error) {
    if (!isGivenUp(error)) throw error;
    return { verdict: 'unjudgeable', reason: error.message };
  }
};

/** The library at its limits. A trap of WebAssembly is not among them: nothing that it says afterwards can be trusted. */
const isGivenUp = (error: unknown): error is Error => error instanceof XmlGaveUp || error instanceof XPathError;
