import type { Description } from '../description/description.ts';
import { deliveriesOf } from '../deliveries.ts';
import type { Service } from '../contract.ts';
import { ContractError } from '../folder/contract-error.ts';
import type { Files } from '../folder/file-names.ts';
import { narrowedFiles } from './narrowed-files.ts';
import { type DescriptionRow, emptyRow } from './rows.ts';
import { patternOf } from './text-fields.ts';

/** The files of a folder, of which the schema takes no dossier number in an answer but one by the pattern of the contract. Throws `ContractError`. */
export const withNumberForm = (files: Files, { entries, placeOf }: Description, service: Service): Files => {
  const { numbers, dossierNumber } = service.answer;
  if (numbers?.pattern === undefined) return files;
  const place = placeOf('service', 'answer', 'numbers', 'pattern');
  const pattern = patternOf(numbers.pattern, place);
  const rows = dossierNumber.split('|').map((path): DescriptionRow => {
    const steps = path.trim();
    if (plain.test(steps)) return { ...emptyRow, path: steps.split('/').map(withoutPrefix), pattern, place };
    throw new ContractError(
      place,
      `service.answer.numbers.pattern can't hold at "${steps}", which is no plain path of names; put the pattern in the schema`,
    );
  });
  const responses = new Map(
    deliveriesOf(service).map(({ response }) => [`${response.namespace} ${response.name}`, response]),
  );
  const schema = {
    file: entries.schemas.message,
    requests: [...responses.values()],
    place: placeOf('schemas', 'message'),
  };
  return narrowedFiles(files, schema, { rows, grounding: numbers, place });
};

const plain = /^(?:[\w.-]+:)?[\w-][\w.-]*(?:\/(?:[\w.-]+:)?[\w-][\w.-]*)*(?:\/?@[\w.:-]+)?$|^@[\w.:-]+$/;
const withoutPrefix = (step: string): string => step.replace(/^(@?)[\w.-]+:/, '$1');
