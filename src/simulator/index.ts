export { DIAGNOSES, PROCEDURES } from './codes.ts';
export { DELEGATE_TEMPLATES } from './delegate-templates.ts';
export { standardWorld } from './standard-world.ts';
export { submissionTemplates } from './templates.ts';
export { withCodes } from './with-codes.ts';
