import { sameName, type QName } from '#xml/qname';
import type { Operation, Service } from './contract.ts';

type Delivering = Pick<Service, 'deliver' | 'deliverOf'>;

/** The operations that take deliveries, each once: the common one first, then those of document types with one of their own. */
export const deliveriesOf = ({ deliver, deliverOf }: Delivering): readonly [Operation, ...Operation[]] => {
  const others = new Map(Object.values(deliverOf).map((one) => [one.name, one]));
  others.delete(deliver.name);
  return [deliver, ...others.values()];
};

/** The operation that takes deliveries of a document type, whatever that is called. */
export const operationFor = ({ deliver, deliverOf }: Delivering, documentType: string): Operation =>
  (Object.hasOwn(deliverOf, documentType) ? deliverOf[documentType] : undefined) ?? deliver;

/** The operation that an element in the Body asks for; undefined for one that is no delivery. */
export const deliveryAskedBy = (service: Delivering, element: QName): Operation | undefined =>
  deliveriesOf(service).find(({ request }) => sameName(request, element));

/** The operation whose answer an element is. */
export const deliveryAnsweredBy = (service: Delivering, element: QName): Operation | undefined =>
  deliveriesOf(service).find(({ response }) => sameName(response, element));
