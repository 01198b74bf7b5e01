import type { Contract } from '#contract/contract';
import { type Opener, withDocuments } from '#xml/document';
import { XmlGaveUp } from '#xml/xml-error';
import { XPathError } from '#xml/xpath-error';
import type { Finding, JudgementContext, Opinion } from './finding.ts';
import { deliveryJudge, type DeliveryJudge } from './oracle-delivery.ts';
import { envelopeReader, type EnvelopeReader } from './oracle-envelope.ts';
import { type SchemaJudge, schemaJudge } from './oracle-schema.ts';
import { demandParsable } from './parsable.ts';
import { excessFinding, givenUpText } from './given-up-text.ts';
import { remarkReader } from './remarks/remarks.ts';

/** Judges messages by a contract, in this process; for bytes that we made ourselves. */
export interface Oracle {
  /** Throws `RangeError` when `context.today` is no day, `WebAssembly.RuntimeError` when the library traps: then end the process. */
  readonly judge: (message: Uint8Array, context: JudgementContext) => Opinion;
  /** The same of a message that another system made: with what it asks for, and what schema and rules say nothing of. */
  readonly inspect: (message: Uint8Array, context: JudgementContext) => Opinion;
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
  const remarks = remarkReader(contract);
  const looked = (message: Uint8Array, rest: Pick<Case, 'context' | 'open' | 'isClose'>): Looked =>
    look(message, { ...judges, ...rest });
  return {
    judge: (message, context) => opinionOf(() => withDocuments((open) => looked(message, { context, open }))),
    inspect: (message, context) =>
      withDocuments((open) => {
        const opinion = opinionOf(() => {
          demandParsable(message);
          return looked(message, { context, open, isClose: true });
        }, unread);
        if (opinion.verdict === 'unjudgeable' || opinion.isUnread === true) return opinion;
        return { ...opinion, remarks: remarks.read(message, open, opinion.operation === 'deliver') };
      }),
    dispose: () => {
      judges.envelopes.dispose();
      judges.deliveries.dispose();
      schema.dispose();
      remarks.dispose();
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
  readonly isClose?: boolean;
}

interface Looked {
  readonly findings: readonly Finding[];
  readonly unseen?: readonly Finding[];
  readonly operation: 'deliver' | 'alive' | undefined;
}

const look = (message: Uint8Array, { contract, schema, envelopes, deliveries, ...rest }: Case): Looked => {
  const enveloped = envelopes.read(message, rest.open);
  const [first, requested] = 'findings' in enveloped ? [enveloped.findings, enveloped.inside] : [[], enveloped];
  if (requested === undefined) return { findings: first, operation: undefined };
  const { request, operation } = requested;
  if (operation === 'deliver') {
    const { findings, unseen } = deliveries.judge(request, rest);
    return { findings: [...first, ...findings], unseen, operation };
  }
  const standing = { prefix: '', depth: 2, otherwise: contract.service.alive?.ground ?? 'assumed' } as const;
  return { findings: [...first, ...schema.judge(request, standing).findings], operation };
};

const opinionOf = (judge: () => Looked, unreadOf: typeof unread = () => undefined): Opinion => {
  try {
    const { findings, unseen = [], operation } = judge();
    return {
      operation,
      verdict: findings.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid',
      findings,
      ...(unseen.length === 0 ? {} : { unseen }),
    };
  } catch (error) {
    if (!isGivenUp(error)) throw error;
    return unreadOf(error) ?? { verdict: 'unjudgeable', reason: givenUpText(error) };
  }
};

/** Of a message that another system made and that no parser was given: what there is too much of is its own mistake. */
const unread = (error: Error): Opinion | undefined =>
  error instanceof XmlGaveUp && error.excess !== undefined
    ? { verdict: 'invalid', findings: [excessFinding(error.excess)], isUnread: true }
    : undefined;

/** The library at its limits. A trap of WebAssembly is not among them: nothing that it says afterwards can be trusted. */
const isGivenUp = (error: unknown): error is Error => error instanceof XmlGaveUp || error instanceof XPathError;
