/** The text with each run of white space as one space, and none around it. NBSP counts as white space here. */
export const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
