import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Snackbar from '@mui/material/Snackbar';
import type { DraftRow, PolicyVocabulary } from '@clearance/contract';
import { useEffect, useMemo, useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import { useNow } from '../../ui/use-now.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useCurrentPolicy } from '../use-current-policy.ts';
import { basedOnWords } from '../draft-words.ts';
import { useCheck, type Language } from '../draft/use-check.ts';
import { useDraft } from '../draft/use-draft.ts';
import { ListsEditor } from '../lists/ListsEditor.tsx';
import type { Path } from '../model/json-path.ts';
import type { Policy } from '../model/policy.ts';
import { errorsOf } from '../model/problems.ts';
import { AboutForm } from './AboutForm.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { EditingProvider } from './editing.tsx';
import { EditorHead } from './EditorHead.tsx';
import { EngineRules } from './EngineRules.tsx';
import { focusField } from './focus-field.ts';
import { OtherwiseForm } from './OtherwiseForm.tsx';
import { ProblemSummary } from './ProblemSummary.tsx';
import { ReadingProvider } from './reading.tsx';
import { RulesEditor } from './RulesEditor.tsx';
import { Section } from './Section.tsx';

interface EditorProps {
  readonly row: DraftRow;
  readonly vocabulary: PolicyVocabulary;
  /** Gives up what was written here and shows what somebody else saved. */
  readonly onTheirs: () => void;
}

/** One draft under the hands of one person. */
export const Editor = ({ row, vocabulary, onTheirs }: EditorProps) => {
  const navigate = useNavigate();
  const draft = useDraft(row);
  const { policy } = draft;
  const [language, setLanguage] = useState<Language>('en');
  const { check, lastSentences, lastRead } = useCheck(policy, language, row.check);
  const [openRules, setOpenRules] = useState<ReadonlySet<string>>(new Set());
  const [openLists, setOpenLists] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const [sought, setSought] = useState<Path>();
  const current = useCurrentPolicy();
  const today = localDay(useNow());
  const isTheirs = draft.state.kind === 'conflict' || row.version > draft.version;
  const isOvertaken = isTheirs && draft.isUntouched;
  const sentences = useMemo(() => new Map(check.sentences.map((one) => [one.ruleId, one.sentence])), [check]);
  const change = (next: Policy, about?: string) => {
    draft.change(next, about);
    // "Undo" stands beside the words of the last step only.
    setSaid('');
  };
  // A rule that nobody touched is the very same object.
  const ruleOf = (one: Policy, id: string) =>
    id === 'otherwise' ? one.otherwise : one.rules.find((rule) => rule.id === id);
  const isAsRead = (id: string) => ruleOf(policy, id) === ruleOf(lastRead, id);
  const own = new Set([...policy.rules.map(({ id }) => id), 'otherwise']);

  useEffect(() => {
    if (isOvertaken) onTheirs();
  }, [isOvertaken, onTheirs]);
  useEffect(() => {
    if (!sought) return;
    focusField(sought);
    setSought(undefined);
  }, [sought]);
  const goTo = (path: Path) => {
    const rule = path[0] === 'rules' ? policy.rules[Number(path[1])] : undefined;
    if (rule) setOpenRules(new Set([...openRules, rule.id]));
    if (path[0] === 'lists' && path[1] !== undefined) setOpenLists(new Set([...openLists, String(path[1])]));
    setSought(path);
  };
  const go = async (where: 'differences' | 'simulate' | 'publish') => {
    if (!(await draft.flush()) && where !== 'differences') return;
    const me = `draft:${row.id}`;
    if (where === 'publish') void navigate(`/policy-drafts/${row.id}/publish`);
    else if (where === 'simulate') void navigate(`/simulations/create?candidate=${me}`);
    else void navigate(`/policies/differences?before=policy:${current?.id ?? ''}&after=${me}`);
  };
  return (
    <EditingProvider editing={{ policy, vocabulary, problems: check.problems, change }}>
      <ReadingProvider reading={{ language, sentences, lastSentences, isAsRead }}>
        <PageHeader
          title={policy.title || 'Draft without a title'}
          above={
            <Link component={RouterLink} to="/policies">
              Policy
            </Link>
          }
          explanation={`Draft, ${basedOnWords(row.basedOn)}. Nobody is judged by it until it is published.`}
        />
        <EditorHead
          draft={draft}
          language={language}
          onLanguage={setLanguage}
          toMend={errorsOf(check.problems).length}
          hasCurrent={current !== undefined}
          onGo={(where) => void go(where)}
        />
        {isTheirs ? (
          <ConflictNotice row={row} mine={policy} isSaved={draft.state.kind === 'saved'} onTheirs={onTheirs} />
        ) : null}
        <ProblemSummary onGo={goTo} />
        <Box sx={{ maxWidth: 920 }}>
          <Section title="About this policy">
            <AboutForm />
          </Section>
          <Section
            title="Rules"
            explanation="From the top; the first one that holds decides. Move a rule with its buttons, with Alt and an arrow key, or by dragging it."
          >
            <EngineRules rules={check.sentences.filter(({ ruleId }) => !own.has(ruleId))} language={language} />
            <RulesEditor open={openRules} onOpen={setOpenRules} onSaid={setSaid} />
          </Section>
          <Section title="In every other case" explanation="What happens to a conviction that no rule decides.">
            <OtherwiseForm />
          </Section>
          <Section
            title="Lists of statutes"
            explanation="What the rules mean by the offenses that they name. A list belongs to this policy alone."
          >
            <ListsEditor open={openLists} onOpen={setOpenLists} onSaid={setSaid} today={today} />
          </Section>
        </Box>
        <Snackbar
          open={said !== ''}
          autoHideDuration={8_000}
          onClose={(_, reason) => (reason === 'clickaway' ? undefined : setSaid(''))}
          message={said}
          action={
            draft.undo ? (
              <Button
                size="small"
                variant="text"
                color="inherit"
                onClick={() => {
                  draft.undo?.();
                  setSaid('');
                }}
              >
                Undo
              </Button>
            ) : undefined
          }
        />
      </ReadingProvider>
    </EditingProvider>
  );
};

const localDay = (at: Date): string =>
  [at.getFullYear(), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')].join('-');
