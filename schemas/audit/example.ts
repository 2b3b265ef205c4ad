import { type Spec, specFromText } from '../contract/spec.ts';

/** What an example of a rule says; the rest of its document is as small as OpenAPI allows. */
export interface ExampleParts {
  /** The schema of the request's body. */
  readonly request?: object;
  /** The schema of the 400's body. */
  readonly response?: object;
  /** A parameter of the operation. */
  readonly parameter?: object;
  /** Further responses, by status. */
  readonly responses?: object;
  /** The schemas of the document's components, by name. */
  readonly schemas?: object;
  /** Further members of the operation. */
  readonly operation?: object;
}

/** The id of the operation in every example. */
export const EXAMPLE_OPERATION = 'things.cancel';

const json = (schema: object): object => ({ 'application/json': { schema } });

function operationOf({ request, response, parameter, responses, operation }: ExampleParts): object {
  return {
    operationId: EXAMPLE_OPERATION,
    description: 'Cancels a thing, by ID.',
    ...(parameter && { parameters: [parameter] }),
    ...(request && { requestBody: { required: true, content: json(request) } }),
    responses: {
      204: { description: 'Done.' },
      ...(response && { 400: { description: 'Refused.', content: json(response) } }),
      ...responses,
    },
    ...operation,
  };
}

/** The whole document of an example. */
export function exampleSpec(parts: ExampleParts): Spec {
  const path = '/things/{id}/cancel';
  const document = {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: { [path]: { post: operationOf(parts) } },
    ...(parts.schemas && { components: { schemas: parts.schemas } }),
  };
  return specFromText('example.json', JSON.stringify(document, null, 2));
}
