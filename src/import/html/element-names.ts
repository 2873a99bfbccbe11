/** Names of elements that are blocks and nothing more. */

export const containers = new Set(
  'address article aside body center dd details dir div dt fieldset figcaption footer header hgroup html legend main menu nav p section summary tbody td tfoot th thead tr caption optgroup search'.split(
    ' ',
  ),
);
