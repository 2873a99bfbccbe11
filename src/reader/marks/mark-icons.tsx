/** The drawings of what can be done with marked words; each stands in a button that has a name. */
import { Icon } from '../../components/icons.tsx';

export const NoteIcon = () => (
  <Icon>
    <path d="M4.5 5h15v11h-7l-4.5 4v-4H4.5zM8 9h8M8 12h5" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <path d="M9 8.5V4h11v12h-4.5M4 8.5h11.5V20H4z" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="m7 14 5-5 5 5" />
  </Icon>
);

export const OnIcon = () => (
  <Icon>
    <path d="m7 10 5 5 5-5" />
  </Icon>
);
