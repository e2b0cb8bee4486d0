export { DIAGNOSES, PROCEDURES } from './codes.ts';
export { standardWorld } from './standard-world.ts';
export { submissionTemplates } from './templates.ts';
export { withCodes } from './with-codes.ts';
