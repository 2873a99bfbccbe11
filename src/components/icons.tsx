/** The few drawings of the interface; each stands beside or under a name, so all are silent. */
import type { ReactNode } from 'react';

/** A drawing of one's own; what only one part has stands with that part. */
export function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}

export const SettingsIcon = () => (
  <Icon>
    <path d="M2.5 18.5 8 5h.5L14 18.5M4.6 14h7.3M21 10.5v8m0-4a3 4 0 1 1-6 0 3 4 0 1 1 6 0" />
  </Icon>
);

export const ShelfIcon = () => (
  <Icon>
    <path d="M4.5 4v16M9 4v16M4.5 6.5H9M4.5 17H9M12.5 5.5l4-1 4 15-4 1zM3 20.5h18" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);

export const LessIcon = () => (
  <Icon>
    <path d="M5.5 12h13" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M5.5 12h13M12 5.5v13" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="m15.5 15.5 5 5" />
  </Icon>
);

export const LinkIcon = () => (
  <Icon>
    <path d="M10 13.5a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10.5a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2" />
  </Icon>
);

export const ShareIcon = () => (
  <Icon>
    <path d="M12 15V3.5M8 7l4-3.5L16 7M6 11H4.5v9.5h15V11H18" />
  </Icon>
);
