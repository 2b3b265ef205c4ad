import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Clause } from '../schemas/contract/clause.ts';

/** Where SARIF's own schema is published (OASIS, SARIF 2.1.0). */
const SARIF_SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The words of SARIF 2.1.0 §3.27.10. */
export type SarifLevel = 'error' | 'warning' | 'note';

/** What a result is an instance of. */
export interface SarifRule {
  readonly id: string;
  readonly level: SarifLevel;
  readonly summary: string;
  readonly details: string;
  /** What a person calls it, where the id is a code. */
  readonly name?: string;
  /** What to do about it: as plain text, and as Markdown. */
  readonly help?: { readonly text: string; readonly markdown: string };
}

/** One thing that was found, at a line of a contract. */
export interface SarifResult {
  /** The id of its rule. */
  readonly rule: string;
  readonly level: SarifLevel;
  readonly text: string;
  readonly clause: Pick<Clause, 'file' | 'line'> | null;
  /** What is the same in every run. */
  readonly fingerprint: string;
  /** Further members of SARIF's own for a result (§3.27). */
  readonly more?: object;
}

/** A whole log but for its form. */
export interface SarifLog {
  readonly suite: { readonly name: string; readonly version: string };
  readonly rules: readonly SarifRule[];
  readonly results: readonly SarifResult[];
  /** What the fingerprints are called, e.g. `contract/v1`. */
  readonly fingerprints: string;
}

const uriOf = (file: string): string =>
  isAbsolute(file) ? pathToFileURL(file).href : file.split('/').map(encodeURIComponent).join('/');

const locationOf = ({ file, line }: Pick<Clause, 'file' | 'line'>): object => ({
  physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } },
});

const ruleOf = ({ id, level, summary, details, name, help }: SarifRule): object => ({
  id,
  ...(name !== undefined && { name }),
  shortDescription: { text: summary },
  fullDescription: { text: details },
  ...(help && { help }),
  defaultConfiguration: { level },
});

/** SARIF 2.1.0, which code hosts show beside the lines of the contract. */
export function sarifText({ suite: { name, version }, rules, results, fingerprints }: SarifLog): string {
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name, semanticVersion: version, version, rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: results.map(({ rule, level, text, clause, fingerprint, more }) => ({
          ruleId: rule,
          ruleIndex: places.get(rule),
          level,
          message: { text },
          ...(clause && { locations: [locationOf(clause)] }),
          partialFingerprints: { [fingerprints]: fingerprint },
          ...more,
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
