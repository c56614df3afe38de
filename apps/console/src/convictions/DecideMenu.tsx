import ExpandMore from '@mui/icons-material/ExpandMore';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { decisions, type ConvictionFilter, type Decision } from '@clearance/contract';
import { number } from '../ui/format.ts';
import { decisionWords } from '../ui/words.ts';
import { bulkLink } from './bulk-link.ts';

interface DecideMenuProps {
  readonly filter: ConvictionFilter;
  /** Absent where only a part of the set may be decided; the page it leads to counts. */
  readonly count?: number;
  /** The decision that has a button of its own already. */
  readonly except?: Decision | undefined;
  readonly label: string;
}

/** Every decision that a whole set can be recommended for, each leading to the page that shows the set first. */
export const DecideMenu = ({ filter, count, except, label }: DecideMenuProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const navigate = useNavigate();
  return (
    <>
      <Button
        size="small"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ExpandMore aria-hidden />}
      >
        {label}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {decisions
          .filter((decision) => decision !== except)
          .map((decision) => (
            <MenuItem key={decision} onClick={() => void navigate(bulkLink('recommend', filter, decision))}>
              <ListItemText
                primary={
                  count === undefined
                    ? decisionWords[decision].word
                    : `${decisionWords[decision].word} for ${number(count)}`
                }
              />
            </MenuItem>
          ))}
      </Menu>
    </>
  );
};
