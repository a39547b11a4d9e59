import { issueDefinition } from './issue-definition.ts';
import { shareParts } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { layoutDefinition } from './layout-definition.ts';
import { DEFAULT_SIZES } from './lengths.ts';
import { paperDefinition } from './paper.ts';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** JSON Schema (draft 07) of the issue file, for editors that complete and check while typing. */
export function issueSchema(): JsonSchema {
  return { $schema: DRAFT, title: 'pagegen 稿件文件 / issue file', ...shareParts(issueDefinition.schema) };
}

/** JSON Schema (draft 07) of a layout file. */
export function layoutSchema(): JsonSchema {
  return {
    $schema: DRAFT,
    title: 'pagegen 版式文件 / layout file',
    ...shareParts(layoutDefinition(DEFAULT_SIZES).schema),
  };
}

/** JSON Schema (draft 07) of a file of papers/. */
export function paperSchema(): JsonSchema {
  return { $schema: DRAFT, title: 'pagegen 报纸文件 / paper file', ...shareParts(paperDefinition.schema) };
}
