export { DIAGNOSES, PROCEDURES } from './codes.ts';
export { DELEGATE_TEMPLATES } from './delegate-templates.ts';
export { drawsFor } from './draws.ts';
export * from './population/index.ts';
export { type Act, type RandomScenario, randomScenarioAt } from './random-scenarios/index.ts';
export { standardWorld } from './standard-world.ts';
export { submissionTemplates } from './templates.ts';
export { withCodes } from './with-codes.ts';
export * from './workload/index.ts';
