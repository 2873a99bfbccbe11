/** Whether an answer holds data: hosts with a fallback answer 200 and HTML for a file that is missing. */
export const isJson = ({ headers }: Response): boolean => /json/.test(headers.get('content-type') ?? '');
