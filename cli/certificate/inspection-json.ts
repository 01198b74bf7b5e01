import { jsonText } from '#contract/texts/json-text';
import { splitOin } from '#judgement/certificate/oin';
import { valueIn } from '#judgement/certificate/facts';
import { certificate } from '#judgement/requirements/certificate';
import { fitsSome, type Inspection } from './inspect.ts';

/** An inspection for programs. */
export const inspectionJson = (inspection: Inspection): string => {
  const { chain, now, hasKey, file, warnings, phases } = inspection;
  const oin = splitOin(valueIn(chain.leaf.subject, 'serialNumber') ?? '');
  return jsonText(
    {
      outcome: fitsSome(inspection) ? 'passed' : 'failed',
      file,
      now: now.toISOString(),
      certificate: withoutBytes(chain.leaf),
      oin: oin ?? null,
      hasKey,
      chain: {
        hierarchy: chain.hierarchy,
        recognised: chain.recognised === undefined ? null : withoutBytes(chain.recognised),
        end: chain.end.kind,
        issuers: chain.issuers.map(withoutBytes),
        unused: chain.unused.map(({ sha256 }) => sha256),
      },
      warnings,
      phases: phases.map(({ phase, fitness, judgements }) => ({
        phase,
        fitness,
        requirements: judgements.map(({ requirement, outcome, reason, own }) => {
          const { strength, ground, source, text } = certificate[requirement];
          const { cause, remedy } = own ?? certificate[requirement];
          return { requirement, outcome, reason, strength, ground, source, text, cause, remedy };
        }),
      })),
    },
    2,
  );
};

const withoutBytes = <T extends { readonly der?: Uint8Array }>({ der: _, ...facts }: T): Omit<T, 'der'> => facts;
