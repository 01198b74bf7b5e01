import type { Bilingual } from '#contract/texts/bilingual';
import type { Sent } from '#judgement/case';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import type { RequirementId } from '#judgement/requirements/registry';
import { isOverRun } from '#judgement/streams/over-run';
import type { StreamRequirement } from '#judgement/streams/registry';
import type { Judgement } from '#judgement/verdict';
import { isActedAgain } from '../acted-again.ts';
import type { Target } from '../event.ts';
import type { BytesOf } from '../open-exchanges.ts';
import type { RecordedCase } from '../recorded-cases.ts';
import { streamFold } from '../stream-fold.ts';
import { type CorpusCase, caseBounds } from './corpus-case.ts';

/** The means to judge a case once more by its own exchanges alone. */
interface Judging extends Pick<GuardedAnswers, 'judge' | 'look'> {
  readonly bytes: BytesOf;
  readonly origin: { readonly phase: number; readonly isMock: boolean };
  readonly day: string;
}

/** A case with its exchanges, once more as its judge received them. */
interface Reopened extends RecordedCase {
  readonly sent: readonly Sent[];
}

type Manner = Pick<CorpusCase, 'replay' | 'why'>;

/** How a failure can be sent again: where its own exchanges don't show it, sending them would prove nothing. */
export const mannerOf = async (target: Target, recorded: Reopened, judging: Judging): Promise<Manner> => {
  const { requirement } = target;
  if (isByChance.has(requirement)) return none(byChance);
  if (isActedAgain(requirement)) return { replay: 'check', why: undefined };
  const { exchanges } = recorded;
  if (exchanges.length > caseBounds.requests) return none(tooMany);
  if (exchanges.some((one) => one.lacks === true || isGone(one, judging))) return none(withoutBytes);
  const judgement = isOverRun(requirement)
    ? await overStream(requirement, { ...recorded, documentType: target.documentType }, judging)
    : await ofCase(requirement, recorded, judging);
  return judgement?.kind === 'deviates' ? { replay: 'requests', why: undefined } : none(notByItself);
};

const none = (why: Bilingual): Manner => ({ replay: 'none', why });

const isByChance: ReadonlySet<RequirementId> = new Set<RequirementId>(['delivery.is-steady']);

const isGone = ({ request, requestBytes }: RecordedCase['exchanges'][number], { bytes }: Judging): boolean =>
  requestBytes > 0 && (request === undefined || bytes(request) === undefined);

/** A judge throws for a case that lacks what every such case has. */
const ofCase = async (
  requirement: RequirementId,
  { sent, kept }: Reopened,
  { judge, origin }: Judging,
): Promise<Judgement | undefined> => {
  try {
    return await judge(requirement, { sent, kept, phase: origin.phase });
  } catch {
    return undefined;
  }
};

const overStream = async (
  requirement: StreamRequirement,
  { exchanges, sent, documentType }: Reopened & Pick<Target, 'documentType'>,
  { look, origin: { phase, isMock }, day }: Judging,
): Promise<Judgement> => {
  const fold = streamFold();
  for (const [index, one] of sent.entries()) {
    const { id = '', documentType: of, lacks } = exchanges[index] ?? {};
    const looked = await look(one, { kind: 'run', phase, today: isMock ? day : undefined });
    fold.add({ exchange: id, documentType: of, looked, lacks: lacks === true });
  }
  return fold.judge(requirement, documentType).judgement;
};

const byChance: Bilingual = {
  nl: 'Dit ging de ene keer goed en de andere keer niet; dat het één keer goed gaat, bewijst niets. Draai de suite opnieuw.',
  en: 'This went right at one time and wrong at another; that it goes right once proves nothing. Run the suite again.',
};

const tooMany: Bilingual = {
  nl: 'Het zijn meer verzoeken dan een geval bewaart. Draai de suite opnieuw.',
  en: 'These are more requests than a case keeps. Run the suite again.',
};

const withoutBytes: Bilingual = {
  nl: 'Niet alle bytes van de verzoeken zijn bewaard. Draai de suite opnieuw met dezelfde seed.',
  en: 'Not all bytes of the requests were kept. Run the suite again with the same seed.',
};

const notByItself: Bilingual = {
  nl: 'Deze verzoeken tonen de fout niet uit zichzelf; dat deed de run als geheel. Draai de suite opnieuw.',
  en: 'These requests do not show the failure by themselves; the run as a whole did. Run the suite again.',
};
