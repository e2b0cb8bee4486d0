import { z } from 'zod';
import type { Operation } from '../operation.ts';
import {
  appointmentRows,
  appointmentView,
  offer,
  offerRequest,
  peerEligibility,
  peerLookedUp,
  peerLookUp,
  scheduling,
  talkOutcome,
} from './schemas.ts';

const base = { surface: 'portal', capability: 'peer-to-peer' } as const;
const post = { ...base, method: 'POST', refusals: [400, 401, 403, 404, 409, 422] } as const;
const onTalk = { ...post, status: 200, answer: appointmentView } as const;

/** Peer-to-peer consultations. Training, How to schedule a Peer to Peer Request and after. */
export const PEER_OPERATIONS = {
  'show-peer-to-peer': {
    ...base,
    method: 'GET',
    path: '/delegate/cases/{id}/peer-to-peer',
    status: 200,
    summary: 'Whether a case may be discussed now, and what the peer-to-peer can do',
    answer: peerEligibility,
    refusals: [401, 404],
  },
  'look-up-peer-cases': {
    ...post,
    path: '/delegate/peer-to-peer/look-ups',
    status: 200,
    summary: 'The cases of one consultation, each by its number and the member’s birth date',
    body: peerLookUp,
    answer: peerLookedUp,
  },
  'offer-slots': {
    ...post,
    path: '/delegate/peer-to-peer/offers',
    status: 200,
    summary: 'Free slots of a week that fit the preferences, by reviewer and priority of skill',
    body: offerRequest,
    answer: offer,
  },
  'schedule-peer-to-peer': {
    ...post,
    path: '/delegate/peer-to-peer/appointments',
    status: 201,
    summary: 'Submit the contact page: the slot is booked at once',
    body: scheduling,
    answer: appointmentView,
  },
  'reschedule-peer-to-peer': {
    ...onTalk,
    method: 'PUT',
    path: '/delegate/peer-to-peer/appointments/{id}',
    summary: 'Take another slot; the old one is free again',
    body: scheduling.pick({ preferences: true, slot: true }),
  },
  'cancel-peer-to-peer': {
    ...onTalk,
    path: '/delegate/peer-to-peer/appointments/{id}/cancellation',
    summary: 'Cancel with a reason',
    body: z.strictObject({ reason: z.string() }),
  },
  'list-peer-to-peer': {
    ...base,
    method: 'GET',
    path: '/delegate/peer-to-peer/appointments',
    status: 200,
    summary: 'The own consultations',
    answer: appointmentRows,
    refusals: [401],
  },
  'hold-peer-to-peer': {
    ...onTalk,
    path: '/delegate/peer-to-peer/appointments/{id}/talk',
    summary: 'Staff records that the peer-to-peer took place, or that nobody was reached',
    body: z.strictObject({ reached: z.boolean() }),
  },
  'record-peer-outcome': {
    ...onTalk,
    path: '/delegate/peer-to-peer/appointments/{id}/outcome',
    summary: 'Staff records the outcome of the peer-to-peer, case by case',
    body: talkOutcome,
  },
} as const satisfies Record<string, Operation>;
