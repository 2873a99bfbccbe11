/** Clicks on links that may open something here instead, and links that are followed all the same. */

let followed: HTMLAnchorElement | undefined;

/** Does what a click on the link does where nothing can be opened. */
export function followLink(link: HTMLAnchorElement): void {
  followed = link;
  link.click();
  followed = undefined;
}

/** The link of a click that nobody has answered yet, and that does not ask for a tab of its own. */
export function linkClicked(event: Event, selector = 'a[href]'): HTMLAnchorElement | undefined {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(selector) : null;
  if (!link || link === followed || link.target || event.defaultPrevented || !(event instanceof MouseEvent))
    return undefined;
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey ? undefined : link;
}
