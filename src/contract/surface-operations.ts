import { z } from 'zod';
import * as surface from './conformance.ts';
import type { Operation } from './operation.ts';

const page = { after: z.coerce.number().int().min(0).optional() };

/** The conformance surface: worlds, their clocks, what they did, and what happens to them. */
export const SURFACE_OPERATIONS = {
  describe: {
    surface: 'conformance',
    method: 'GET',
    path: '/conformance',
    capability: null,
    status: 200,
    summary: 'Who this implementation is and what it can do',
    answer: surface.description,
    refusals: [],
  },
  'open-world': {
    surface: 'conformance',
    method: 'POST',
    path: '/conformance/worlds',
    capability: 'worlds',
    status: 201,
    summary: 'Make an isolated world at an instant',
    body: surface.openWorld,
    answer: surface.worldOpened,
    refusals: [400, 422],
  },
  'move-clock': {
    surface: 'conformance',
    method: 'PUT',
    path: '/conformance/worlds/{id}/clock',
    capability: 'clock',
    status: 200,
    summary: 'Move the world’s clock forward; answers when everything due by then is done',
    body: surface.clockSetting,
    answer: surface.clockState,
    refusals: [400, 404, 409],
  },
  'read-events': {
    surface: 'conformance',
    method: 'GET',
    path: '/conformance/worlds/{id}/events',
    capability: 'events',
    status: 200,
    summary: 'The event feed after a sequence number',
    query: page,
    answer: surface.feedPage,
    refusals: [400, 404],
  },
  'read-outbox': {
    surface: 'conformance',
    method: 'GET',
    path: '/conformance/worlds/{id}/outbox',
    capability: 'outbox',
    status: 200,
    summary: 'What was sent after a sequence number',
    query: page,
    answer: surface.outboxPage,
    refusals: [400, 404],
  },
  inject: {
    surface: 'conformance',
    method: 'POST',
    path: '/conformance/worlds/{id}/inject',
    capability: null,
    status: 202,
    summary: 'Something happens to the portal',
    body: surface.injection,
    answer: surface.injected,
    refusals: [400, 404, 422],
  },
  'end-world': {
    surface: 'conformance',
    method: 'DELETE',
    path: '/conformance/worlds/{id}',
    capability: 'worlds',
    status: 204,
    summary: 'End a world and forget it',
    answer: null,
    refusals: [404],
  },
} as const satisfies Record<string, Operation>;
