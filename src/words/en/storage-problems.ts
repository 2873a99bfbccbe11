/** Why this device keeps nothing, in English. */

export const problems = {
  blocked: 'An older page of this publication is open in another window and holds the storage. Close it and try again.',
  newer:
    'A newer version of this publication is open in another window. Copy what you have typed here, if anything, and load this page again.',
  full: 'There is no room left on this device. Free some space and try again.',
  unavailable: 'This browser lets the page keep nothing: storage is switched off, or this is a private window.',
  lost: 'The connection to the storage of this device was lost. Try again; if that does not help, copy what you have typed here, if anything, and load this page again.',
  deleted:
    'Everything of this publication was deleted on this device. Copy what you have typed here, if anything, and load this page again to begin anew.',
};
