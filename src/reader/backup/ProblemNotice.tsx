/** What did not happen, and why, said at once. */
export function ProblemNotice({ what, why }: { what: string; why?: string }) {
  return (
    <div className="backup-problem" role="alert">
      <p>{what}</p>
      {why ? <p>{why}</p> : null}
    </div>
  );
}
