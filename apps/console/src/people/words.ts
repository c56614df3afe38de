import type { InvitationRow, MemberRow } from '@clearance/contract';
import type { StatusWord } from '../ui/words.ts';

export const memberStatus: Readonly<Record<MemberRow['status'], StatusWord>> = {
  active: { word: 'Active', tone: 'quiet', sign: 'dot' },
  locked: { word: 'Locked', tone: 'stop', sign: 'warning' },
  suspended: { word: 'Suspended', tone: 'plain', sign: 'cross' },
};

export const invitationStatus: Readonly<Record<InvitationRow['status'], StatusWord>> = {
  pending: { word: 'Pending', tone: 'wait', sign: 'clock' },
  accepted: { word: 'Accepted', tone: 'done', sign: 'check' },
  withdrawn: { word: 'Withdrawn', tone: 'plain', sign: 'cross' },
  expired: { word: 'Expired', tone: 'quiet', sign: 'ring' },
};
