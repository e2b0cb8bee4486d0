import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type KillMatrix, toMatrixHtml } from '../report/index.ts';
import type { SelfTestResult } from '../run/index.ts';

const template = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../report/templates/${name}`, import.meta.url)), 'utf8');

/** The kill matrix as a page. */
export const matrixPage = (result: SelfTestResult): string =>
  toMatrixHtml(result satisfies KillMatrix, template('kill-matrix.hbs'), template('report.css'));
