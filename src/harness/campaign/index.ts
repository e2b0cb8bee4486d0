export {
  type Broken,
  type CampaignOptions,
  type CampaignPart,
  campaign,
  type Failure,
  joined,
} from './campaign.ts';
export { type Canary, canary } from './canary.ts';
export { type Coverage, neverReached, type RuleCount } from './coverage.ts';
export { cutStory, WHOLE } from './cut.ts';
export { troubledDoor } from './faults.ts';
export { type Shrunk, shrinkStory } from './shrink.ts';
export { type Origin, storyAt } from './story.ts';
export { readToken, tokenOf } from './token.ts';
export { type Ground, isRoot, type Tried, tryStory, violatedIn, WORLD_SEED } from './try-story.ts';
