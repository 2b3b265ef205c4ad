import { lexer } from 'marked';
import { expect, test } from 'vitest';
import { block, code } from './markdown-text.ts';

test.each(['`', '``', 'a ``` b', ' `', '   ', '`a`'])('%j as code is that code and nothing else', (text) => {
  const [paragraph, ...more] = lexer(`x${code(text)}x`);
  expect(more).toEqual([]);
  expect(paragraph).toMatchObject({ tokens: [{ raw: 'x' }, { type: 'codespan', text }, { raw: 'x' }] });
});

test.each(['```', 'a\n```\n<b>', '````\n~~~'])('%j as a block is one block', (text) => {
  expect([...lexer(block('sh', text))]).toMatchObject([{ type: 'code', lang: 'sh', text }]);
});
