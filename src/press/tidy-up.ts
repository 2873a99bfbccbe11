/** Work that leaves something to be tidied away: it is, also when the work fails, is interrupted or ends the process. */
export async function tidiedUp<Answer>(tidy: () => void, work: () => Answer | Promise<Answer>): Promise<Answer> {
  const interrupted = () => process.exit(130);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  process.once('exit', tidy);
  for (const signal of signals) process.once(signal, interrupted);
  try {
    return await work();
  } finally {
    tidy();
    process.off('exit', tidy);
    for (const signal of signals) process.off(signal, interrupted);
  }
}
