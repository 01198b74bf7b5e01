import { calledBy } from './presented.ts';
import type { Step } from './step.ts';

/** No certificate on the way up begins later than now. */
export const hasBegun: Step = ({ path, now }) => {
  const early = path.certificates.find(({ says }) => says.notBefore.getTime() > now);
  if (early === undefined) return undefined;
  const { notBefore } = early.says;
  const name = calledBy(early.says.subjectName);
  return {
    nl: `Het certificaat "${name}" is pas geldig vanaf ${notBefore.toISOString()}. Wacht tot dan, of controleer de klok.`,
    en: `The certificate "${name}" is not valid before ${notBefore.toISOString()}. Wait until then, or check the clock.`,
  };
};

/** No certificate on the way up ended before now. */
export const isNotOver: Step = ({ path, now }) => {
  const late = path.certificates.find(({ says }) => says.notAfter.getTime() < now);
  if (late === undefined) return undefined;
  const { notAfter } = late.says;
  const name = calledBy(late.says.subjectName);
  return {
    nl: `Het certificaat "${name}" is verlopen op ${notAfter.toISOString()}. Vraag een nieuw certificaat aan.`,
    en: `The certificate "${name}" expired on ${notAfter.toISOString()}. Apply for a new one.`,
  };
};
