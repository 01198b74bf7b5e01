import type { Place } from '#xml/place';
import type { QName } from '#xml/qname';
import type { Node } from './nodes.ts';

/** What the documents of a WSDL say together. */
export interface Wsdl {
  readonly ports: readonly Port[];
  /** The schemas that stand in it, in order. */
  readonly schemas: readonly Node[];
  readonly place: Place;
}

/** A port of a service with its binding; a binding that no service has is a port too, of a service without a name. */
export interface Port {
  readonly service: string;
  readonly name: string;
  readonly protocol: 'SOAP 1.1' | 'SOAP 1.2' | 'other';
  readonly transport: string | undefined;
  readonly address: string | undefined;
  readonly portType: string;
  readonly operations: readonly PortOperation[];
  readonly place: Place;
}

/** An operation as a port has it. */
export interface PortOperation {
  readonly name: string;
  /** The value of SOAPAction; undefined where the binding says nothing of it. */
  readonly action: string | undefined;
  readonly style: Said<'document' | 'rpc'>;
  /** Where the first message is that is encoded; undefined where all are literal. */
  readonly encoded: Place | undefined;
  /** Undefined for an operation that takes nothing, or gives nothing. */
  readonly input: Body | undefined;
  readonly output: Body | undefined;
  /** The elements that the details of its Faults hold. */
  readonly faults: readonly QName[];
  /** The header blocks that its input asks for. */
  readonly headers: readonly Said<QName | undefined>[];
  /** Whether a message is in several parts of MIME. */
  readonly multipart: Place | undefined;
  /** The policies that hold for it. */
  readonly policies: readonly Node[];
  readonly documentation: string;
  readonly place: Place;
}

/** What is said, and where. */
export interface Said<Value> {
  readonly value: Value;
  readonly place: Place;
}

/** What stands in the Body of a message. */
export interface Body {
  readonly parts: readonly Part[];
  readonly place: Place;
}

export interface Part {
  readonly name: string;
  /** Undefined for a part that names a type. */
  readonly element: QName | undefined;
  readonly place: Place;
}
