/**
 * What an open tab does when the site was deployed anew under it. It asks nothing until something has failed; then
 * `version.json` says which code the host has. If that is another, the document is loaded again, once for each: the
 * place, drafts and unsaved notes of the reader are on the device, and there again afterwards.
 */
const storageKey = `broadsheet:${import.meta.env.BASE_URL}:renewed`;

let renewing: Promise<void> | undefined;

/**
 * Settles only where the document stays: the host has this code, cannot be asked, or was tried in vain before. Several
 * files may be gone at once; the host is asked for all of them together.
 */
export function renewIfOutdated(): Promise<void> {
  renewing ??= renew().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function renew(): Promise<void> {
  const code = await newerCode();
  if (code !== undefined && reloadOnce(code)) await new Promise(() => {});
}

/** The code of the host, where it says that it has another than this document. */
export async function newerCode(): Promise<string | undefined> {
  const code = await codeOfTheHost();
  return code === codeOfTheDocument() ? undefined : code;
}

/** Loads the document again, unless this tab has done so for the same reason with the same code. Answers whether it does. */
export function reloadOnce(reason: string): boolean {
  const cause = `${codeOfTheDocument()} ${reason}`;
  try {
    const causes = sessionStorage.getItem(storageKey)?.split('\n') ?? [];
    if (causes.includes(cause)) return false;
    sessionStorage.setItem(storageKey, [...causes, cause].join('\n'));
  } catch {
    // What cannot be counted could go on for ever.
    return false;
  }
  location.reload();
  return true;
}

/** The name of the script that starts the app, as `version.json` has it. */
const codeOfTheDocument = (): string | undefined =>
  document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src.split('/').at(-1);

async function codeOfTheHost(): Promise<string | undefined> {
  try {
    const url = `${import.meta.env.BASE_URL}version.json`;
    const response = await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(5000) });
    const { code }: { code?: unknown } = await response.json();
    return typeof code === 'string' ? code : undefined;
  } catch {
    return undefined;
  }
}
