/**
 * The workflow that publishes a folder of content on GitHub Pages: after every push, and every hour if an article has
 * waited for its date (`next-build.txt` of the site says when). The product is a second checkout, of one version.
 */
import type { Product } from './this-product.ts';

export const publishWorkflow = ({ repository, version }: Product): string => `name: Publish
on:
  push:
    branches: [main]
  schedule:
    # Whether an article is due by now.
    - cron: '23 * * * *'
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
env:
  # What builds the paper. To take a later version, write its commit here.
  BROADSHEET: ${repository}
  VERSION: ${version}
jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployed.outputs.page_url }}
    steps:
      - id: pages
        uses: actions/configure-pages@v5
      - id: due
        name: Is there anything to publish?
        env:
          SITE: \${{ steps.pages.outputs.base_url }}
        run: |
          if [ "$GITHUB_EVENT_NAME" = schedule ]; then
            next=$(curl --fail --silent --location "$SITE/next-build.txt") || exit 0
            [ "$(date --date "$next" +%s)" -le "$(date +%s)" ] || exit 0
          fi
          echo yes=yes >> "$GITHUB_OUTPUT"
      - if: steps.due.outputs.yes
        uses: actions/checkout@v4
        with:
          path: paper
      - if: steps.due.outputs.yes
        uses: actions/checkout@v4
        with:
          repository: \${{ env.BROADSHEET }}
          ref: \${{ env.VERSION }}
          path: broadsheet
      - if: steps.due.outputs.yes
        uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
          cache-dependency-path: broadsheet/package-lock.json
      - if: steps.due.outputs.yes
        working-directory: broadsheet
        run: |
          npm ci
          npm run build -- --data ../paper --base "\${{ steps.pages.outputs.base_path }}/"
      - if: steps.due.outputs.yes
        uses: actions/upload-pages-artifact@v3
        with:
          path: broadsheet/dist
      - if: steps.due.outputs.yes
        id: deployed
        uses: actions/deploy-pages@v4
`;
