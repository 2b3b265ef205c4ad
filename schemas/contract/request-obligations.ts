import { pointerTo, valueAt } from './clause.ts';
import type { KeywordSource } from './keyword-obligations.ts';
import { wireTypesIn } from './normal-form.ts';
import type { Obligation } from './obligation.ts';
import type { Operation } from './operation.ts';
import { shownNothing } from './shown-nothing.ts';

/** That the body and the required parameters are there, and that the body has a documented media type. */
export function requestObligations({ requestBody, parameters, spec }: Operation): Obligation[] {
  const must = { level: 'MUST', standing: 'open' } as const;
  const named = parameters
    .filter(({ required }) => required)
    .map(({ name, in: place, clause }): Obligation => {
      const subject = `${place} parameter ${name}: required true`;
      const at = spec.clauseAt(`${clause.pointer}/required`);
      return { id: `parameter/${name}/required`, group: 'parameter', subject, clause: at, ...must };
    });
  if (!requestBody) return named;
  const { pointer } = requestBody.clause;
  const media = wireTypesIn(spec, `${pointer}/content`, requestBody.mediaTypes).map((type): Obligation => {
    const at = spec.clauseAt(pointerTo(pointer, 'content', type));
    return {
      id: `media-type/request/${type}`,
      group: 'media-type',
      subject: `the request is ${type}`,
      clause: at,
      ...must,
    };
  });
  if (!requestBody.required) return [...media, ...named];
  const at = spec.clauseAt(`${pointer}/required`);
  return [
    { id: 'request/required', group: 'request', subject: 'the body is required', clause: at, ...must },
    ...media,
    ...named,
  ];
}

/** The keywords of the request body and of every parameter. */
export function requestSources(operation: Operation): KeywordSource[] {
  const { requestBody } = operation;
  const parameters = operation.parameters.map(
    ({ name, schemaPointer, clause }): KeywordSource => ({
      group: 'parameter',
      schemaPointer,
      level: valueAt(operation.spec.document, `${clause.pointer}/x-origin`) === 'observed' ? 'MAY' : 'MUST',
      name,
      idOf: ({ trail }) => ['parameter', name, ...trail].join('/'),
    }),
  );
  if (!requestBody) return parameters;
  const body: KeywordSource = {
    group: 'request',
    schemaPointer: requestBody.schemaPointer,
    level: 'MUST',
    idOf: ({ trail }) => ['request', ...trail].join('/'),
    unobservable: (keyword) => (keyword === 'default' ? shownNothing(operation, 'what was assumed') : undefined),
  };
  return [body, ...parameters];
}

/** A parameter travels as text: where text is its type, nothing breaks it. */
export function asText(obligation: Obligation): Obligation {
  const { group, keyword } = obligation;
  if (group !== 'parameter' || keyword?.name !== 'type' || keyword.value !== 'string') return obligation;
  return { ...obligation, standing: 'unsatisfiable', reason: 'everything that can be sent as a parameter is a string' };
}
