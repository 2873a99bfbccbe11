/** The bookmark of what is saved; it stands in a button that has a name. */
export const BookmarkIcon = ({ filled }: { filled: boolean }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M6.5 3.75h11v16.5L12 16.25l-5.5 4z" fill={filled ? 'currentColor' : 'none'} />
  </svg>
);
