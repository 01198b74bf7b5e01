import type { Bilingual } from '#contract/texts/bilingual';
import { isSettled } from '../chance.ts';
import { conforms, deviates, untested } from '../verdict.ts';
import { type Mark, type StreamJudge, sealed } from './stream-judge.ts';

/** The failed attempt before a request succeeded; undefined where it succeeded at once, or never. */
interface Steadiness {
  readonly before: Bilingual | undefined;
  /** The ids of what was tried before. */
  readonly tried: readonly string[];
  readonly isAccepted: boolean;
}

const judge: StreamJudge<Steadiness> = {
  look: ({ purpose, answer, tried = [] }) => {
    const counted = tried.filter(({ isExcused }) => isExcused !== true);
    const [first] = counted;
    if (answer.kind === 'none' && answer.failure.unsent === true) return undefined;
    const isAccepted = answer.kind === 'accepted';
    if (purpose === 'tried' || first === undefined || !isSettled(purpose, answer))
      return { before: undefined, tried: [], isAccepted };
    return { before: first.came, tried: counted.map(({ exchange }) => exchange), isAccepted };
  },
  decide: (marks) => {
    const unsteady = marks.filter(({ value }) => value.before !== undefined).sort(byExchange);
    const [first] = unsteady;
    if (first?.value.before === undefined)
      return { judgement: marks.some(({ value }) => value.isAccepted) ? conforms : nothingAccepted, shown: [] };
    const wrong = unsteady.reduce((sum, { value }) => sum + value.tried.length, 0);
    const shown = unsteady.slice(0, mostShown).flatMap(({ exchange, value }) => [...value.tried, exchange]);
    return { judgement: deviates(expected, said(first.value.before, wrong, marks.length)), shown };
  },
};

/** Unsteady requests that are shown. */
const mostShown = 3;

const byExchange = (one: Mark<Steadiness>, other: Mark<Steadiness>): number => (one.exchange < other.exchange ? -1 : 1);

const expected: Bilingual = { nl: 'bij elke poging dezelfde uitkomst', en: 'the same outcome at each try' };

const said = ({ nl, en }: Bilingual, times: number, all: number): Bilingual => ({
  nl: `${String(times)} van de ${String(all)} verstuurde verzoeken ${times === 1 ? 'liep' : 'liepen'} mis, en bij een nieuwe poging niet meer: ${nl}`,
  en: `${String(times)} of the ${String(all)} requests that were sent went wrong, and not when tried again: ${en}`,
});

const nothingAccepted = untested({
  nl: 'er is geen aanlevering aangenomen',
  en: 'no delivery was accepted',
});

/** Judges whether deliveries succeed without another attempt. */
export const steady = sealed(judge);
