import { type KillMatrix, toMatrixHtml } from '../../report/index.ts';
import type { SelfTestResult } from '../../run/self-test/index.ts';
import { template } from '../shared/templates.ts';

/** The kill matrix as a page. */
export const matrixPage = (result: SelfTestResult): string =>
  toMatrixHtml(result satisfies KillMatrix, template('kill-matrix.hbs'), template('report.css'));
