import Box from '@mui/material/Box';
import { useReading } from './reading.tsx';

interface RuleSentenceTextProps {
  /** Of the rule, or `otherwise`. */
  readonly id: string;
  readonly title: string;
  readonly cite: string;
}

/** How a rule reads: the sentence that the server makes of it, under the reason that people see. */
export const RuleSentenceText = ({ id, title, cite }: RuleSentenceTextProps) => {
  const { sentences, lastSentences, isAsRead, language } = useReading();
  const last = lastSentences.get(id);
  const sentence = sentences.get(id) ?? (isAsRead(id) ? last : undefined);
  return (
    <Box sx={{ maxWidth: '72ch', minWidth: 0, overflowWrap: 'anywhere' }}>
      <Box sx={{ fontWeight: 600 }}>{title || 'No reason written yet'}</Box>
      {sentence ? (
        <Box lang={language}>{sentence}</Box>
      ) : (
        <Box sx={{ color: 'text.secondary', fontStyle: 'italic' }}>
          {last ? (
            <>
              As it last could be read: <span lang={language}>{last}</span>
            </>
          ) : (
            'It can be read as a sentence once the problems are mended.'
          )}
        </Box>
      )}
      {cite ? <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.25 }}>{cite}</Box> : null}
    </Box>
  );
};
