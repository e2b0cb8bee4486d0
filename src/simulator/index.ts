export { standardWorld } from './standard-world.ts';
export { submissionTemplates } from './templates.ts';
