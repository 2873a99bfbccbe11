/**
 * The page's one Trusted Types policy (W3C Trusted Types): compiled texts may become elements, nothing else may. What
 * makes them safe is the press, which lets only listed elements and attributes into them.
 */
type Policy = { createHTML(text: string): string };
type Factory = { createPolicy(name: string, rules: Policy): Policy };

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
const policy = factory?.createPolicy('reader', { createHTML: (text) => text });

/** The text as the browser wants it; where it knows no Trusted Types, the string. */
export const trustedHtml = (text: string): string => policy?.createHTML(text) ?? text;
