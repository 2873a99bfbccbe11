/** A text file of the site: its path below the base ("/feed.xml"), and all that is in it. */
export type SiteFile = { file: string; text: string };
