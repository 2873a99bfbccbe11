/** The drawings of the bar that no other part has; each stands in a button that has a name. */
import { Icon } from '../../components/icons.tsx';

export const SectionsIcon = () => (
  <Icon>
    <path d="M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11" />
  </Icon>
);

export const MarksIcon = () => (
  <Icon>
    <path d="m14.5 4 5 5L11 17.5l-5.5.5.5-5.5zM4 21h16" />
  </Icon>
);
