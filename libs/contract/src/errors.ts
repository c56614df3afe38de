import type { ConvictionFilter } from './schemas/convictions.ts';

/** Every refusal a person can cause: its HTTP status and the words that the console shows ({name} is filled in). */
export const errorCodes = {
  sign_in_refused: {
    status: 401,
    says: 'That e-mail and password do not open an account. After five failures an account is locked until an administrator releases it.',
  },
  sign_in_throttled: {
    status: 429,
    says: 'There were too many attempts, so this one was not checked and does not count. Try again in {wait}, or in a browser that you have signed in with before.',
  },
  not_signed_in: { status: 401, says: 'Your session has ended. Sign in again; nothing you saved is lost.' },
  forbidden: { status: 403, says: 'Your roles do not allow this.' },
  foreign_origin: { status: 403, says: 'This request came from another site and was refused.' },
  nothing_to_search: {
    status: 422,
    says: 'There is nothing to search for. Type a name of at least two letters, a case number, a state identifier (CII), or a date of birth with a name.',
  },
  birth_needs_name: {
    status: 422,
    says: 'A date of birth alone finds too many people. Add a name to it.',
  },
  not_found: { status: 404, says: 'There is nothing here under that address.' },
  invalid: { status: 422, says: 'Something in the form is not right: {problem}.' },
  conflict: {
    status: 409,
    says: 'This changed since you opened it, in another tab of yours or by somebody else. What is there now is shown; nothing was overwritten.',
  },
  log_review_beyond: {
    status: 422,
    says: 'The log does not reach that far. Nothing was signed; look at what is there and sign again.',
  },
  county_exists: { status: 409, says: 'That county is here already.' },
  county_unknown: {
    status: 422,
    says: 'California has no county of that name, so no file of the state could name it. Choose one of the 58.',
  },
  invitation_invalid: { status: 410, says: 'This invitation was used, withdrawn or has expired. Ask for a new one.' },
  member_exists: { status: 409, says: 'Nothing was sent yet, because somebody works here already.' },
  name_taken: {
    status: 409,
    says: 'Somebody in this county has that name already. Add a middle name or an initial, so that colleagues can tell you apart.',
  },
  has_administrator: { status: 409, says: 'This county has an administrator, who invites everybody else.' },
  last_administrator: {
    status: 409,
    says: 'A county needs at least one administrator. Give the role to somebody else first.',
  },
  own_roles: { status: 409, says: 'You cannot change your own roles or suspend yourself. Ask another administrator.' },
  weak_password: {
    status: 422,
    says: 'That password is easy to guess, or made of your name, address or county. A few words that do not belong together are better.',
  },
  empty_file: { status: 422, says: 'The file is empty. Nothing was imported.' },
  wrong_file_type: { status: 422, says: 'This is not a criminal-history file: {problem}. Nothing was imported.' },
  same_file_twice: {
    status: 422,
    says: 'The same file came twice, as {first} and {second}. Nothing was imported; send it once.',
  },
  upload_cut: {
    status: 400,
    says: 'The upload broke off after {received}. Nothing was imported; drop the file again.',
  },
  upload_missing: { status: 422, says: 'No file came with the request.' },
  upload_too_large: { status: 413, says: 'The file is larger than this installation accepts ({limit}).' },
  storage_full: {
    status: 507,
    says: 'The disk of the server is full. Nothing was kept; whoever runs the server has to make room.',
  },
  stored_file_wrong: {
    status: 500,
    says: 'The stored file {file} {problem}. Nothing was sent. Whoever runs the server has to restore it from a backup.',
  },
  import_not_waiting: { status: 409, says: 'This import is not waiting for a confirmation.' },
  import_not_cancellable: {
    status: 409,
    says: 'This import can no longer be cancelled: its convictions are being counted.',
  },
  already_explained: {
    status: 409,
    says: 'Somebody said of this row before what it is. What they said is shown now; nothing was overwritten.',
  },
  import_running: {
    status: 409,
    says: 'Another file of this county is being imported. Wait until it is done; if it has stopped, resume or cancel it first.',
  },
  import_waiting: { status: 409, says: 'The file {file} waits for an answer: confirm it or cancel it first.' },
  import_stopped: { status: 409, says: 'The import of {file} stopped before its end: resume it or cancel it first.' },
  policy_unchanged: { status: 409, says: 'That policy is the published one already.' },
  no_policy: {
    status: 409,
    says: 'No policy is published yet, so there is nothing to compare with. Publish one first.',
  },
  policy_invalid: { status: 422, says: 'This policy cannot be used as it is: {problem}.' },
  too_deep: {
    status: 400,
    says: 'The request nests values more than {most} levels deep, so it was not read. Nothing was done.',
  },
  request_idle: {
    status: 408,
    says: 'The request did not arrive in time. Nothing was done; try again.',
  },
  upload_idle: {
    status: 408,
    says: 'Nothing of the file arrived for {seconds} seconds, so the upload was ended. Nothing was imported; drop the file again.',
  },
  too_many_uploads: {
    status: 429,
    says: 'Your county is sending {most} files at the moment, as many as can be taken at once. Nothing was imported; send this one when another is done.',
  },
  too_many_streams: {
    status: 429,
    says: 'As many pages as can be told of every change at once are open already. This one asks every half minute.',
  },
  too_many_simulations: {
    status: 429,
    says: 'Of your county {most} simulations are waiting or running, as many as there can be. Wait until one is done, or cancel one.',
  },
  policy_check_busy: {
    status: 429,
    says: 'Too many policies of this county are being checked at the moment. Wait a few seconds and try again; nothing you wrote is lost.',
  },
  simulation_not_cancellable: { status: 409, says: 'This simulation is not running, so there is nothing to cancel.' },
  simulation_not_done: { status: 409, says: 'This simulation is not done yet.' },
  terms_unchanged: { status: 409, says: 'That is what counts already. Nothing was saved.' },
  terms_must_wait: {
    status: 409,
    says: 'A file is being imported or counted, or waits for a confirmation. Nothing was saved; save again when it is done.',
  },
  set_moved: {
    status: 409,
    says: 'The set moved while you looked: you saw {expected}, now there are {actual}. Nothing was done. Look again.',
  },
  nothing_matches: { status: 422, says: 'No conviction matches that filter. Nothing was done.' },
  mixed_set: {
    status: 409,
    says: 'These {total} were recommended for different things. Approve one decision at a time. Nothing was done.',
  },
  wrong_state_in_set: {
    status: 409,
    says: 'Of these {total}, {count} are {state} and cannot be decided that way. Nothing was done. Narrow the set to the others.',
  },
  wrong_state: { status: 409, says: 'This conviction is {state} and cannot be changed that way.' },
  own_recommendation: { status: 403, says: 'You recommended this yourself. Somebody else has to approve it.' },
  own_recommendation_in_set: {
    status: 403,
    says: 'You recommended {count} of these {total} yourself. Narrow the group to what others recommended.',
  },
  others_recommendation_in_set: {
    status: 403,
    says: 'Others recommended {count} of these {total}. Only whoever recommended can withdraw it. Narrow the set to your own.',
  },
  sample_required: {
    status: 409,
    says: 'Look at a sample of these {count} first. The server draws it, and it counts for exactly this set.',
  },
  sample_unfinished: { status: 409, says: 'Of the {size} in the sample {left} are not looked at yet.' },
  sample_defects: {
    status: 409,
    says: 'You found {defects} in the sample that should not be approved, so this set cannot be. What is like them went back to review; begin again with the rest.',
  },
  sample_not_seen: {
    status: 409,
    says: 'Open the record first: a finding is about what was looked at. Nothing was noted.',
  },
  record_not_seen: {
    status: 409,
    says: 'Open the record first: the policy did not lead to what was recommended here, so whoever approves it has to have looked. Nothing was done.',
  },
  sample_finding_stands: {
    status: 409,
    says: 'A defect stays a defect. Somebody has to review that conviction again.',
  },
  released_already: {
    status: 409,
    says: 'The time to take this back is over: it was released. Nothing was changed.',
  },
  not_undoable: { status: 409, says: 'Only an approval can be taken back. There is none here.' },
  history_changed: {
    status: 409,
    says: 'A newer file or an entered fact changed this history after the recommendation. It must be reviewed again before it can be approved.',
  },
  evaluation_unfinished: {
    status: 409,
    says: 'The policy or the words of this county changed, and {count} of {total} are not evaluated under it yet. Nothing was done. Approve when the evaluation is through; where it was stopped, resume it on the page of the policy.',
  },
  fact_decided_meanwhile: {
    status: 409,
    says: 'This conviction was decided while you were entering the fact. Nothing was saved. Look at the decision, then send what you typed again.',
  },
  fact_unknown_disposition: {
    status: 422,
    says: 'The dictionary has no {kind} of that wording. Choose one from the list, or ask an administrator to add it.',
  },
  fact_without_conviction: {
    status: 409,
    says: 'The person’s record no longer has the conviction that this fact is about. Nothing was saved.',
  },
  fact_in_the_future: { status: 422, says: 'That date is in the future. Check it against the source.' },
  fact_already_withdrawn: { status: 409, says: 'This fact was withdrawn already. Nothing was changed.' },
  nothing_awaited: { status: 422, says: 'No fact is awaited from there. No letter was made.' },
  note_required: { status: 422, says: 'Say in a sentence why.' },
  answer_required: {
    status: 422,
    says: 'An approver returned this. Read the reason, and answer it in a note. Nothing was done.',
  },
  export_empty: { status: 422, says: 'No entry of the log matches that filter. No file was made.' },
  export_not_ready: { status: 409, says: 'The export is not ready yet.' },
  export_expired: { status: 410, says: 'This export has expired. Make a new one.' },
  nothing_released: { status: 422, says: 'Nothing that was released matches that choice. No list was made.' },
  import_not_newest: {
    status: 409,
    says: 'A newer file replaced this one, or it does not count yet. The annotated file is made of the newest import.',
  },
  evaluation_running: {
    status: 409,
    says: 'Everybody is being evaluated. Nothing was made; ask again when that is done.',
  },
  nothing_evaluated: { status: 409, says: 'No policy is published, so nothing is evaluated yet.' },
  work_not_cancellable: { status: 409, says: 'This job can no longer be stopped: {why}.' },
  log_damaged: {
    status: 409,
    says: 'The audit log of this county does not fit itself, or something stands otherwise than it tells, so nothing can be decided. Nothing was saved. The compliance officer sees where, under the audit log; whoever runs this installation has to put it right, and two people then end the alarm.',
  },
  no_alarm: { status: 409, says: 'The audit log has no alarm that is open.' },
  finding_missing: { status: 409, says: 'Nobody has said yet what was found about this alarm.' },
  own_finding: { status: 403, says: 'You said yourself what was found. Somebody else has to end the alarm.' },
  finding_changed: {
    status: 409,
    says: 'What was found has been said anew meanwhile. It is shown now; read it before you end the alarm.',
  },
  log_still_damaged: {
    status: 409,
    says: 'The alarm stays, because the log does not fit yet. {says} Put it right first.',
  },
  no_drop_folder: {
    status: 422,
    says: 'Whoever runs this installation has set up no folder for checkpoints. Choose a mail address or a webhook.',
  },
  webhook_not_https: { status: 422, says: 'A webhook has to begin with https.' },
  checkpoint_unknown: {
    status: 422,
    says: 'This log never signed a checkpoint of that size. If you hold one, somebody has shown you another log.',
  },
  work_not_resumable: { status: 409, says: 'This job cannot go on: {why}. Nothing was changed.' },
  /** Not ours to give: a proxy in front answers it, and the console has the words. */
  rate_limited: { status: 429, says: 'That is too many requests. Wait a moment.' },
  internal: {
    status: 500,
    says: 'Something failed on our side. Nothing was saved. Quote {requestId} when you report it.',
  },
} as const satisfies Record<string, { status: number; says: string }>;

export type ErrorCode = keyof typeof errorCodes;

/** What moved in a set since somebody looked at it: how many, and up to twenty of each. */
export interface MovedSet {
  readonly left: number;
  readonly entered: number;
  readonly leftIds: readonly string[];
  readonly enteredIds: readonly string[];
}

/** A part of a set that was refused as a whole: the filter that takes this part alone, so that one click goes on with it. */
export interface SetPart {
  readonly says: string;
  readonly count: number;
  readonly filter: ConvictionFilter;
}

/**
 * The body of every refusal. `details` fills the braces of the sentence; `fields` marks form fields. `moved` comes with
 * `set_moved` where the server knows what was seen, `parts` with every refusal of a set that could be split.
 */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly requestId: string;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly moved?: MovedSet;
  readonly parts?: readonly SetPart[];
}

/** The sentence of a code with its braces filled; an absent detail leaves an ellipsis. */
export function sentenceOf(code: ErrorCode, details: Readonly<Record<string, string | number>> = {}): string {
  return errorCodes[code].says.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '…'));
}
