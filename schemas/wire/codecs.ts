import type { Codec, WireFormat } from './codec.ts';
import { json } from './json.ts';
import { nv } from './nv.ts';
import { soap } from './soap.ts';
import { xml } from './xml.ts';

/** Every wire format of the legacy operation, in the order of its documentation. */
export const codecs: readonly Codec[] = [nv, json, xml, soap];

const CODECS: Readonly<Record<WireFormat, Codec>> = { NV: nv, JSON: json, XML: xml, SOAP: soap };

/** The codec of a wire format. */
export const codecFor = (format: WireFormat): Codec => CODECS[format];
