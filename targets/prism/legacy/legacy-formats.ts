import { jsonFormat } from './json-format.ts';
import type { LegacyFormat, LegacyFormatName } from './legacy-format.ts';
import { nvFormat } from './nv-format.ts';
import { soapFormat } from './soap-format.ts';
import { xmlFormat } from './xml-format.ts';

/** The formats by the names that headers give them; SOAP by its protocol. */
export const legacyFormats: Readonly<Record<LegacyFormatName, LegacyFormat>> = {
  NV: nvFormat,
  JSON: jsonFormat,
  XML: xmlFormat,
  SOAP: soapFormat,
};
