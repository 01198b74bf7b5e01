import type { Contract } from '#contract/contract';
import type { OpenElement, Opener } from '#xml/document';
import type { Finding, JudgementContext } from './finding.ts';
import { followsFrom } from './follows.ts';
import { type Breach, compileRules, type Unseen } from './oracle-rules.ts';
import { type SchemaFound, type SchemaJudge, schemaJudge } from './oracle-schema.ts';
import { withDetail } from './soap-findings.ts';
import { type Closer, lookCloser } from './closer.ts';
import { lineOf, pathOf, payloadPrefix } from './place.ts';
import { buildView, type OpenPayload, type Origin } from './view/build-view.ts';
import { compileRoles, type CompiledRole, disposeRoles } from './view/compile-roles.ts';
import { originFinder } from './view/find-origin.ts';
import { writeView } from './view/write-view.ts';

/** Judges a request to deliver: its schema, its payloads, its rules. */
export interface DeliveryJudge {
  /** Throws `XmlGaveUp` or `XPathError` when the library can't tell. */
  readonly judge: (request: OpenElement, circumstances: Circumstances) => JudgedDelivery;
  readonly dispose: () => void;
}

/** All that was found in a delivery, and the rules that nobody can judge. */
export interface JudgedDelivery {
  readonly findings: readonly Finding[];
  readonly unseen: readonly Finding[];
}

interface Circumstances {
  readonly context: JudgementContext;
  readonly open: Opener;
  /** Whether more is told of a rule than that it is broken, which takes trials. */
  readonly isClose?: boolean;
}

/** Compiles what judging deliveries takes; the message's own schema is shared, and not freed here. */
export const deliveryJudge = (contract: Contract, message: SchemaJudge): DeliveryJudge => {
  const roles = compileRoles(contract);
  const rules = compileRules(contract.rules, contract.ruleNamespaces);
  const origins = originFinder();
  const payloads = new Map([...schemasIn(roles)].map((schema) => [schema, schemaJudge(contract, schema)]));
  return {
    judge: (request, { context, open, isClose = false }) => {
      const ofMessage = message.judge(request, { prefix: '', depth: 2, otherwise: 'assumed', isClose });
      // Rules have nothing whole to go by then.
      if (ofMessage.isCut) return { findings: ofMessage.findings, unseen: [] };
      const view = buildView({ contract, roles, request, context, open });
      const ofPayloads = view.payloads.map((opened) => payloadFindings(opened, { request, judges: payloads, isClose }));
      const schema = [...ofMessage.findings, ...ofPayloads.flatMap(({ findings }) => findings)];
      if (ofPayloads.some(({ isCut }) => isCut)) return { findings: schema, unseen: [] };
      const { root } = open(Buffer.from(writeView(view.tree)));
      const unseen = rules.unseen(root, context);
      const breaches = rules.breaches(root).filter(({ rule }) => unseen.every((one) => one.rule !== rule));
      if (breaches.length + unseen.length === 0) return { findings: schema, unseen: [] };
      const follows = schema.length === 0 ? () => undefined : followsFrom(schema, view, request);
      const originOf = ({ node }: Breach): Origin => origins.find(node, view) ?? { node: request, inside: undefined };
      const closer = ({ rule, node }: Breach, index: number): Closer =>
        isClose && index < mostCloser
          ? lookCloser({ rule, lineage: origins.lineage(node, view) }, { view, rules, open })
          : {};
      const located = breaches.map((breach, index) => ({
        ...breach,
        origin: originOf(breach),
        closer: closer(breach, index),
      }));
      return {
        findings: [...schema, ...located.map((one) => ruleFinding(one, request, follows))],
        unseen: unseen.map((one) => unseenFinding({ ...one, origin: originOf(one) }, request)),
      };
    },
    dispose: () => {
      disposeRoles(roles);
      rules.dispose();
      origins.dispose();
      for (const judge of payloads.values()) judge.dispose();
    },
  };
};

/** So many findings of a delivery are looked at more closely. */
const mostCloser = 20;

const schemasIn = (roles: readonly CompiledRole[]): ReadonlySet<string> =>
  new Set(
    roles.flatMap(({ payload, roles: inner }) => [
      ...(payload === undefined ? [] : [payload.schema, ...schemasIn(payload.roles)]),
      ...schemasIn(inner),
    ]),
  );

interface PayloadJudges {
  readonly request: OpenElement;
  readonly judges: ReadonlyMap<string, SchemaJudge>;
  readonly isClose: boolean;
}

const payloadFindings = (opened: OpenPayload, { request, judges, isClose }: PayloadJudges): SchemaFound => {
  const { payload, root } = opened;
  const judge = judges.get(payload.schema);
  if (judge === undefined) return { findings: [], isCut: false };
  const standing = { prefix: payloadPrefix(opened, request), depth: 0, otherwise: 'assumed', isClose } as const;
  const expected = root.name === payload.root.name && root.namespaceUri === payload.root.namespace;
  return expected
    ? judge.judge(root, standing)
    : { findings: [judge.wrongRoot(root, payload.root, standing)], isCut: false };
};

const unseenFinding = ({ rule, why, origin }: Unseen & { readonly origin: Origin }, request: OpenElement): Finding => ({
  ...ruleFinding({ rule, node: origin.node, origin, closer: {} }, request, () => undefined),
  text: why,
});

const ruleFinding = (
  { rule, origin, closer }: Breach & { readonly origin: Origin; readonly closer: Closer },
  request: OpenElement,
  follows: (rule: Breach['rule']) => string | undefined,
): Finding => {
  const cause = follows(rule);
  return {
    constraint: `${rule.place.file}#${rule.id}`,
    severity: rule.severity,
    ground: rule.ground,
    path: pathOf(origin, request),
    line: lineOf(origin),
    text: withDetail(rule.text, closer.detail),
    ...(closer.origin === undefined ? {} : { at: pathOf(closer.origin, request) }),
    ...(closer.mark === undefined ? {} : { mark: closer.mark }),
    ...(closer.why === undefined ? {} : { why: closer.why }),
    ...(cause === undefined ? {} : { follows: cause }),
  };
};
