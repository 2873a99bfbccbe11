/**
 * The page's one Trusted Types policy (W3C Trusted Types): compiled texts may become elements, and the site's own worker
 * may run; nothing else may. What makes texts safe is the press, which lets only listed elements and attributes into them.
 */
type Policy = { createHTML(text: string): string; createScriptURL(url: string): string };
type Factory = { createPolicy(name: string, rules: Policy): Policy };

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
const worker = `${import.meta.env.BASE_URL}sw.js`;
const policy = factory?.createPolicy('reader', { createHTML: (text) => text, createScriptURL: () => worker });

/** The text as the browser wants it; where it knows no Trusted Types, the string. */
export const trustedHtml = (text: string): string => policy?.createHTML(text) ?? text;

/** The address of the worker as the browser wants it. */
export const workerUrl = (): string => policy?.createScriptURL(worker) ?? worker;
