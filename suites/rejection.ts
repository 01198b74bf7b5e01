import { levelOf } from '#contract/grounds/ground';
import { Unbreakable } from '#generators/delivery-error';
import { type Violation, violation, waysOf } from '#generators/violation';
import type { CaseActor } from '#harness/case';
import type { rejection } from '#judgement/requirements/rejection';
import fc from 'fast-check';
import type { Stage } from '#harness/run-check';
import { zipFlaws } from '#judgement/zip-flaws';
import { violateCarried } from './carried.ts';
import { flawedZips } from './flawed-zips.ts';
import { type Check, type Checks, type Lab, control, deliver, documentTypeOf } from './lab.ts';
import { leftBy } from './left-out.ts';
import { oneIn, violatedBy } from './spread.ts';
import { originOf } from './origin.ts';
import { turnOf } from './ways.ts';

type Act = (actor: CaseActor, one: Violation) => Promise<void>;

/** Violates each constraint of a check; it decides nothing when one of them proves unbreakable on the way. */
export const violateEach = async (lab: Lab, stage: Stage, act: Act): Promise<void> => {
  const documentType = documentTypeOf(lab, stage);
  const wanted = violatedBy(lab, stage.check);
  for (const constraint of wanted.filter((one) => !lab.givenUp(documentType).has(one))) {
    try {
      await violateInTurn(lab, stage, { constraint, act });
    } catch (error) {
      giveUp(lab, documentType, error);
    }
  }
  const [why] = wanted.flatMap((constraint) => lab.givenUp(documentType).get(constraint) ?? []);
  if (why !== undefined) stage.state(why);
};

/** Violates a constraint in the ways whose turn it is; throws `Unbreakable` where none of them works. */
const violateInTurn = async (
  lab: Lab,
  stage: Stage,
  { constraint, act }: { readonly constraint: string; readonly act: Act },
): Promise<void> => {
  const documentType = documentTypeOf(lab, stage);
  const ways = waysOf(lab.generation, documentType, constraint);
  const { first, count, besides } = turnOf(lab, { constraint, documentType, ways });
  const breakBy = (way: string): Promise<void> =>
    stage.forAll(violation(lab.generation, documentType, { constraint, way }), 1, act);
  const done: string[] = [];
  let unbreakable: Unbreakable | undefined;
  for (const way of first) {
    if (done.length === count) break;
    const failed = await unbreakableBy(() => breakBy(way));
    if (failed === undefined) done.push(way);
    unbreakable ??= failed;
  }
  const [nearest] = done;
  if (nearest === undefined) throw unbreakable ?? new Error(`no way to break ${constraint} is known`);
  for (let left = count - done.length; left > 0; left -= 1) await breakBy(done[left % done.length] ?? nearest);
  for (const way of besides.filter((one) => !done.includes(one))) await unbreakableBy(() => breakBy(way));
};

/** That a way does not work in these deliveries; whatever else goes wrong is thrown. */
const unbreakableBy = async (act: () => Promise<void>): Promise<Unbreakable | undefined> => {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof Unbreakable) return error;
    throw error;
  }
};

/** Violates any constraints that refuse; one that proves unbreakable is left out, and all are drawn anew. */
export const violateAny = async (lab: Lab, stage: Stage, { runs, act }: { runs: number; act: Act }): Promise<void> => {
  const documentType = documentTypeOf(lab, stage);
  for (let left = breakable(lab, documentType); left.length > 0; left = breakable(lab, documentType)) {
    try {
      const each = left.map((constraint) => violation(lab.generation, documentType, constraint));
      await stage.forAll(fc.oneof(...each), runs, act);
      return;
    } catch (error) {
      giveUp(lab, documentType, error);
    }
  }
  const nl = `geen bepaling van het contract is in ${documentType} op zichzelf te schenden`;
  stage.state(
    leftBy.constraint({ nl, en: `no constraint of the contract can be broken by itself in ${documentType}` }),
  );
};

/** Goes on without a constraint that nothing breaks by itself; any other error is thrown again. */
const giveUp = (lab: Lab, documentType: string, error: unknown): void => {
  if (!(error instanceof Unbreakable)) throw error;
  const nl =
    error.forbidden === undefined
      ? `geen poging schond ${error.constraint} op zichzelf`
      : `wat ${error.constraint} schendt, mag niet worden verstuurd: ${error.forbidden.nl}`;
  const left = error.forbidden === undefined ? leftBy.constraint : leftBy.manners;
  lab.givenUp(documentType).set(error.constraint, left({ nl, en: error.message }));
};

const refuses: Check = async (lab, stage) => {
  await violateEach(lab, stage, async (actor, one) => {
    await control(lab, stage, actor);
    await deliver(lab, actor, { purpose: 'violation', delivery: one, origin: originOf(one) });
  });
  await violateCarried(lab, stage);
};

/** Any constraint that refuses, violated. */
const refusesAny =
  (observe: boolean): Check =>
  (lab, stage) =>
    violateAny(lab, stage, {
      runs: oneIn(5, lab),
      act: async (actor, one) => {
        await control(lab, stage, actor);
        await deliver(lab, actor, { purpose: 'violation', delivery: one, origin: originOf(one) });
        if (observe) await actor.observe();
      },
    });

/** The constraints that make a delivery of a document type invalid when they are broken, and can be; at an endpoint that is not ours those that bind it, where there are any. */
const breakable = (lab: Lab, documentType: string): readonly string[] => {
  const isLeftOut = (id: string): boolean => lab.unviolable(documentType).has(id) || lab.givenUp(documentType).has(id);
  const all = lab.contract.constraints.filter(({ id }) => !isLeftOut(id) && !isWarning(lab, id));
  const binding = all.filter(({ ground }) => lab.config.mockControl !== undefined || levelOf(ground) === 'MUST');
  return (binding.length > 0 ? binding : all).map(({ id }) => id);
};

const isWarning = (lab: Lab, constraint: string): boolean =>
  lab.contract.rules.some(({ id, severity }) => severity === 'warning' && constraint.endsWith(`#${id}`));

/** Checks of the deliveries that must be refused. */
export const rejectionChecks: Checks<typeof rejection> = {
  'rejection.refuses-schema-violation': refuses,
  'rejection.refuses-rule-violation': refuses,
  'rejection.refuses-damaged-zip': flawedZips([...zipFlaws.damaged, ...zipFlaws.miscoded]),
  'rejection.refuses-misnamed-files': flawedZips(zipFlaws.misnamed),
  'rejection.refuses-ambiguous-zip': flawedZips(zipFlaws.ambiguous),
  'rejection.keeps-nothing': refusesAny(true),
  'rejection.names-element': refusesAny(false),
  'rejection.tells-elements-apart': (_, stage) => stage.overStream(),
  'rejection.names-the-element-itself': (_, stage) => stage.overStream(),
  'rejection.tells-kinds-apart': (_, stage) => stage.overStream(),
};
