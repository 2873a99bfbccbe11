/** Things of schema.org, and the two that most pages name: the publication as a site and as who publishes it. */
import { frontAddress } from '../../publication/addresses.ts';
import type { Edition } from '../../publication/edition.ts';
import { absolute } from '../../publication/head.ts';

export type Value = string | number | Node | Value[] | undefined;

/** What is undefined is left out when it is written. */
export type Node = { [property: string]: Value };

/** An empty list says nothing and is left out. */
export function node(type: string, properties: Node): Node {
  const told = Object.entries(properties).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return { '@type': type, ...Object.fromEntries(told) };
}

export function siteNode(edition: Edition): Node {
  const url = absolute(edition, frontAddress());
  return node('WebSite', { '@id': `${url}#site`, name: edition.content.publication.name, url });
}

export function publisherNode(edition: Edition): Node {
  const url = absolute(edition, frontAddress());
  return node('Organization', {
    '@id': `${url}#publisher`,
    name: edition.content.publication.name,
    url,
    logo: absolute(edition, '/icon-512.png'),
  });
}
