/** Why this device keeps or shows nothing, by kind of `StoreProblem`. Every part of the reader says it in these words. */
export type StorageProblems = {
  blocked: string;
  newer: string;
  full: string;
  unavailable: string;
  lost: string;
  deleted: string;
};
