import { createHash } from 'node:crypto';
import { deviates, conforms, untested } from '../verdict.ts';
import { type Mark, type StreamJudge, sealed } from './stream-judge.ts';

interface Numbered {
  readonly number: string;
  /** SHA-256 of the message: the same message twice may be answered with the number that it got before. */
  readonly message: string;
}

const judge: StreamJudge<Numbered> = {
  look: ({ answer, exchange }) =>
    answer.kind === 'accepted'
      ? { number: answer.dossierNumber, message: createHash('sha256').update(exchange.request.body).digest('hex') }
      : undefined,
  decide: (marks) => {
    const messages = new Set(marks.map(({ value }) => value.message)).size;
    const [twice] = [...Map.groupBy(marks, ({ value }) => value.number)]
      .filter(([, own]) => new Set(own.map(({ value }) => value.message)).size > 1)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    if (twice !== undefined) return { judgement: repeated(...twice), shown: idsOf(twice[1]) };
    return { judgement: messages > 1 ? conforms : tooFew, shown: [] };
  },
};

const idsOf = (marks: readonly Mark<Numbered>[]): readonly string[] => marks.map(({ exchange }) => exchange).sort();

const repeated = (number: string, marks: readonly Mark<Numbered>[]) => {
  const times = String(new Set(marks.map(({ value }) => value.message)).size);
  return deviates(
    { nl: 'voor elke aanlevering een nieuw dossiernummer', en: 'a new dossier number for each delivery' },
    {
      nl: `dossier ${number} voor ${times} verschillende aanleveringen`,
      en: `dossier ${number} for ${times} different deliveries`,
    },
  );
};

const tooFew = untested({
  nl: 'er zijn geen twee aanleveringen aangenomen om te vergelijken',
  en: 'no two deliveries were accepted that could be compared',
});

/** Numbers of dossiers are unique over all deliveries that were accepted. */
export const uniqueNumbers = sealed(judge);
