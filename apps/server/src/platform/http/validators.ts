import { Ajv, type Options } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { FastifySchema, FastifySchemaCompiler } from 'fastify';

// The package is CommonJS with a default export; under Node's rules that default is one step further in.
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

const options: Options = { allErrors: true, useDefaults: true, removeAdditional: false, strict: false };

const withFormats = (ajv: Ajv): Ajv => {
  addFormats(ajv);
  return ajv;
};

/**
 * Bodies are taken as they are: "5" is no number there, and null is not an empty text. Queries, path parameters and
 * headers are text by nature, so their numbers and flags are read from it.
 */
export const createValidatorCompiler = (): FastifySchemaCompiler<FastifySchema> => {
  const exact = withFormats(new Ajv(options));
  const lenient = withFormats(new Ajv({ ...options, coerceTypes: 'array' }));
  return ({ schema, httpPart }) => (httpPart === 'body' ? exact : lenient).compile(schema);
};
