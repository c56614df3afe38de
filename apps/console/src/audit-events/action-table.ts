/** An action of the log as something a person did, or tried to do. */
export interface ActionWord {
  /** `Signed in` */
  readonly did: string;
  /** `sign in`, after "Tried to". */
  readonly tried: string;
  /** What it means when it failed, where that is not that somebody tried in vain. */
  readonly failed?: string;
}

/** A sentence for what was done, and for what was tried. */
export const word = (did: string, tried: string): ActionWord => ({ did, tried });

/** Everything that is done here, in the order of the work. */
export const doneHere: Readonly<Record<string, ActionWord>> = {
  'session.start': word('Signed in', 'sign in'),
  'session.end': word('Signed out', 'sign out'),
  'import.create': word('Sent a file for import', 'send a file for import'),
  'import.repeat': word('Sent a file that was imported before', 'send a file that was imported before'),
  'import.confirm': word('Confirmed an import', 'confirm an import'),
  'import.cancel': word('Cancelled an import', 'cancel an import'),
  'import.finish': word('Finished an import', 'finish an import'),
  'import.download_rejected': word('Downloaded rejected rows', 'download rejected rows'),
  'conviction.import': word('Imported a conviction', 'import a conviction'),
  'conviction.history_change': word('Found a changed history in a newer file', 'take over a changed history'),
  'conviction.supersede': word('Found a conviction missing in a newer file', 'mark a conviction as missing'),
  'terms.publish': word('Changed words and agencies', 'change words and agencies'),
  'terms.apply': word('Counted everybody again in new words', 'count everybody again'),
  'policy.publish': word('Published a policy', 'publish a policy'),
  'policy_draft.create': word('Began a draft of a policy', 'begin a draft of a policy'),
  'policy_draft.change': word('Changed a draft of a policy', 'change a draft of a policy'),
  'policy_draft.delete': word('Threw a draft of a policy away', 'throw a draft of a policy away'),
  'simulation.start': word('Tried a policy out', 'try a policy out'),
  'simulation.finish': word('Finished trying a policy out', 'finish trying a policy out'),
  'simulation.cancel': word('Stopped trying a policy out', 'stop trying a policy out'),
  'simulation.export': word('Downloaded what a policy would move', 'download what a policy would move'),
  'simulation.promote': word('Published a policy that was tried out', 'publish a policy that was tried out'),
  'determination.record': word('Evaluated a conviction', 'evaluate a conviction'),
  'determination.replay': word('Recomputed a determination', 'recompute a determination'),
  'impact.count': word('Had the impact counted', 'have the impact counted'),
  'impact.export': word('Downloaded the figures of the impact', 'download the figures of the impact'),
  'evaluation.finish': word('Finished an evaluation', 'finish an evaluation'),
  'record.view': word('Looked at a person’s record', 'look at a person’s record'),
  'recommendation.record': word('Recommended on a conviction', 'recommend on a conviction'),
  'recommendation.ask_for_facts': word('Asked for facts on a conviction', 'ask for facts on a conviction'),
  'recommendation.withdraw': word('Withdrew a recommendation', 'withdraw a recommendation'),
  'approval.approve': word('Approved a recommendation', 'approve a recommendation'),
  'approval.return': word('Returned a recommendation', 'return a recommendation'),
  'approval.undo': word('Took an approval back', 'take an approval back'),
  'sample.draw': word('Had a sample drawn', 'have a sample drawn'),
  'sample.finding': word('Looked at a conviction of a sample', 'judge a conviction of a sample'),
  'conviction.release': word('Released an approved conviction', 'release an approved conviction'),
  'bulk_review.recommend': word('Started recommending in bulk', 'recommend in bulk'),
  'bulk_review.approve': word('Started approving in bulk', 'approve in bulk'),
  'bulk_review.return': word('Started returning in bulk', 'return in bulk'),
  'bulk_review.withdraw': word('Started withdrawing in bulk', 'withdraw in bulk'),
  'bulk_review.undo': word('Started taking approvals back in bulk', 'take approvals back in bulk'),
  'bulk_review.finish': word('Finished a bulk review', 'finish a bulk review'),
  'invitation.create': word('Invited somebody', 'invite somebody'),
  'invitation.accept': word('Accepted an invitation', 'accept an invitation'),
  'invitation.withdraw': word('Withdrew an invitation', 'withdraw an invitation'),
  'member.create': word('Joined the county', 'join the county'),
  'member.change': word('Changed somebody’s roles or access', 'change somebody’s roles or access'),
  'member.end_sessions': word('Ended somebody’s sessions', 'end somebody’s sessions'),
  'work.resume': word('Resumed a job', 'resume a job'),
  'evaluation.overtake': word('Ended an evaluation for a newer one', 'end an evaluation for a newer one'),
  'work.cancel': word('Cancelled a job', 'cancel a job'),
  'audit_export.create': word('Asked for an export of the log', 'ask for an export of the log'),
  'audit_export.finish': word('Finished an export of the log', 'finish an export of the log'),
  'audit_export.download': word('Downloaded an export of the log', 'download an export of the log'),
  'annotated_export.create': word('Asked for an annotated file', 'ask for an annotated file'),
  'annotated_export.finish': word('Finished an annotated file', 'finish an annotated file'),
  'annotated_export.download': word('Downloaded an annotated file', 'download an annotated file'),
  'audit_log.verify': {
    ...word('Verified the audit log', 'verify the audit log'),
    failed: 'Found that the audit log does not fit',
  },
  'audit_log.recover': word('Found that the damaged audit log fits again', 'put the audit log right'),
  'audit_delivery.change': word('Changed where checkpoints are sent', 'change where checkpoints are sent'),
  'dissemination.export': word('Downloaded the list of what was given out', 'download the list of what was given out'),
  'log_review.sign': word('Signed off a review of the log', 'sign off a review of the log'),
  'installation.create': word('Set up the installation', 'set up the installation'),
  'county.create': word('Created a county', 'create a county'),
  'county.change_setting': word('Changed a setting of the county', 'change a setting of the county'),
  'county.suspend': word('Suspended a county', 'suspend a county'),
  'county.reactivate': word('Let a county back', 'let a county back'),
};

/** What is only ever written when somebody was refused: the permission that was lacking. */
export const refusedHere: Readonly<Record<string, ActionWord>> = {
  'county.read': word('Looked at the counties', 'look at the counties'),
  'member.read': word('Looked at who works here', 'look at who works here'),
  'member.invite': word('Invited somebody', 'invite somebody'),
  'import.read': word('Looked at imports', 'look at imports'),
  'import.export': word('Made an annotated file', 'make an annotated file'),
  'policy.read': word('Looked at the policy', 'look at the policy'),
  'policy.draft': word('Wrote a draft of a policy', 'write a draft of a policy'),
  'terms.read': word('Looked at words and agencies', 'look at words and agencies'),
  'terms.change': word('Changed words and agencies', 'change words and agencies'),
  'conviction.read': word('Looked at convictions', 'look at convictions'),
  'conviction.recommend': word('Recommended on convictions', 'recommend on convictions'),
  'conviction.approve': word('Approved convictions', 'approve convictions'),
  'audit_event.read': word('Read the audit log', 'read the audit log'),
  'audit_event.review': word('Signed off a review of the log', 'sign off a review of the log'),
  'work.read': word('Looked at the jobs', 'look at the jobs'),
  'setting.read': word('Looked at the settings', 'look at the settings'),
  'setting.change': word('Changed a setting', 'change a setting'),
  'stats.read': word('Looked at the figures', 'look at the figures'),
};
