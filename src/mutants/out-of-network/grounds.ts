import type { Mutant } from '../mutant.ts';
import { approvingOnGround, denyingOnGround } from './makers.ts';

/** Faults in the grounds on which care outside the network is approved. */
export const grounds: readonly Mutant[] = [
  approvingOnGround({
    id: 'pcp-kept-too-long',
    breaks: 'um.oon.pcp-termination-30d',
    summary: 'Sixty days for everybody.',
    ground: 'pcp-termination',
  }),
  denyingOnGround({
    id: 'pcp-cut-off',
    breaks: 'um.oon.pcp-termination-30d',
    summary: 'A PCP who has left is out from the first day.',
    ground: 'pcp-termination',
    providerLeft: true,
  }),
  approvingOnGround({
    id: 'treatment-without-end',
    breaks: 'um.oon.active-treatment-90d',
    summary: 'Active treatment goes on until it is over.',
    ground: 'active-treatment',
  }),
  denyingOnGround({
    id: 'treatment-interrupted',
    breaks: 'um.oon.active-treatment-90d',
    summary: 'Thirty days for everybody.',
    ground: 'active-treatment',
    providerLeft: true,
  }),
  approvingOnGround({
    id: 'pregnancy-without-end',
    breaks: 'um.oon.pregnancy-postpartum',
    summary: 'Care after the birth goes on for the year.',
    ground: 'pregnancy',
    providerLeft: true,
  }),
  approvingOnGround({
    id: 'new-pregnancy-without-end',
    breaks: 'um.oon.new-member-pregnancy',
    summary: 'A new member keeps her provider for the year.',
    ground: 'pregnancy',
    providerLeft: false,
  }),
  approvingOnGround({
    id: 'any-provider-for-the-dying',
    breaks: 'um.oon.terminal-illness',
    summary: 'A terminal illness allows any provider out of network, not only the one who has left.',
    ground: 'terminal-illness',
    providerLeft: true,
  }),
  approvingOnGround({
    id: 'any-provider-for-new-members',
    breaks: 'um.oon.new-member-terminal',
    summary: 'A terminal illness of a new member allows any provider out of network.',
    ground: 'terminal-illness',
    providerLeft: false,
  }),
  approvingOnGround({
    id: 'new-members-for-ninety-days',
    breaks: 'um.oon.new-member-30d',
    summary: 'New members get the ninety days of those whose provider left.',
    ground: 'new-member',
  }),
  approvingOnGround({
    id: 'any-delay-counts',
    breaks: 'um.oon.delay',
    summary: 'Nobody asks who caused the delay.',
    ground: 'delay',
  }),
  approvingOnGround({
    id: 'risk-unproved',
    breaks: 'um.oon.unnecessary-risk',
    summary: 'A needless risk is taken on the specialist’s word.',
    ground: 'unnecessary-risk',
  }),
  approvingOnGround({
    id: 'old-acquaintance',
    breaks: 'um.oon.prior-relationship-not-enough',
    summary: 'Whoever has been there before may go again.',
    ground: 'prior-relationship',
  }),
];
