import type { Bilingual } from '#contract/texts/bilingual';
import { isSettled } from '../chance.ts';
import { conforms, deviates, untested } from '../verdict.ts';
import { type Mark, type StreamJudge, sealed } from './stream-judge.ts';

/** What a delivery came to before it went as it should; undefined where it did so at once. */
interface Steadiness {
  readonly before: Bilingual | undefined;
  /** The ids of what was tried before. */
  readonly tried: readonly string[];
}

const judge: StreamJudge<Steadiness> = {
  look: ({ purpose, answer, tried = [] }) => {
    const counted = tried.filter(({ isExcused }) => isExcused !== true);
    const [first] = counted;
    if (purpose === 'tried') return undefined;
    if (first !== undefined && isSettled(purpose, answer))
      return { before: first.came, tried: counted.map(({ exchange }) => exchange) };
    return answer.kind === 'accepted' ? { before: undefined, tried: [] } : undefined;
  },
  decide: (marks) => {
    const unsteady = marks.filter(({ value }) => value.before !== undefined).sort(byExchange);
    const [first] = unsteady;
    if (first?.value.before === undefined)
      return { judgement: marks.length > 0 ? conforms : nothingAccepted, shown: [] };
    const shown = unsteady.slice(0, mostShown).flatMap(({ exchange, value }) => [...value.tried, exchange]);
    return { judgement: deviates(expected, said(first.value.before, unsteady.length, marks.length)), shown };
  },
};

/** Unsteady deliveries that are shown. */
const mostShown = 3;

const byExchange = (one: Mark<Steadiness>, other: Mark<Steadiness>): number => (one.exchange < other.exchange ? -1 : 1);

const expected: Bilingual = { nl: 'bij elke poging dezelfde uitkomst', en: 'the same outcome at each try' };

const said = ({ nl, en }: Bilingual, times: number, all: number): Bilingual => ({
  nl: `${String(times)} van ${String(all)} aanleveringen liepen eerst mis en onder een nieuw nummer goed: ${nl}`,
  en: `${String(times)} of ${String(all)} deliveries went wrong at first and right under a new number: ${en}`,
});

const nothingAccepted = untested({
  nl: 'er is geen aanlevering aangenomen',
  en: 'no delivery was accepted',
});

/** What went wrong by chance, and right under a new number. */
export const steady = sealed(judge);
