import Box from '@mui/material/Box';
import { listOptions } from '../model/terms.ts';
import { ChoiceAt } from './ChoiceAt.tsx';
import { ConfirmAt } from './ConfirmAt.tsx';
import { useEditing } from './editing.tsx';
import { TextAt } from './TextAt.tsx';

const setAsideOptions = [
  { value: 'out_of_scope', label: 'Out of scope' },
  { value: 'in_scope', label: 'In scope' },
];

/** What the policy is called, on which law it rests, and which convictions it speaks of. */
export const AboutForm = () => {
  const { policy } = useEditing();
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
      <TextAt path={['title']} label="Title" />
      <TextAt
        path={['legalBasis']}
        label="Legal basis"
        hint="The provision under which relief is recommended, unless a rule names another."
      />
      <ChoiceAt
        path={['scope', 'statutes']}
        label="Offenses in scope"
        options={listOptions(policy)}
        hint="Convictions of other offenses are out of scope."
      />
      <TextAt
        path={['scope', 'county']}
        label="County"
        hint="“any”, or the one county that this policy is written for, as the state writes it."
      />
      <ChoiceAt
        path={['scope', 'setAside']}
        label="Convictions set aside under PC 1203.4"
        options={setAsideOptions}
        none="Out of scope, unless told"
        hint="HS 11361.8 gives more than PC 1203.4, so a policy may still speak of such a conviction."
      />
      <TextAt path={['name']} label="Short name" hint="Lower-case letters, digits, dots and hyphens." />
      <TextAt
        path={['version']}
        label="Version label"
        hint="Every determination names it: a text that changed needs a label of its own, such as 1.1.0-county.1."
      />
      <ConfirmAt path={[]} of=" about the policy as a whole" />
    </Box>
  );
};
