/** A file of the site: where it is below the base ("/feed.xml"), and all that is in it. */
export type SiteFile = { file: string; text: string };
