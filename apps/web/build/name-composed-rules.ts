// Tells of each rule taken over with "composes ... from" whose file it is; without it every build warns.
import type { CSSOptions } from 'vite';

type PostcssOptions = Exclude<NonNullable<CSSOptions['postcss']>, string>;
type PostcssPlugin = NonNullable<PostcssOptions['plugins']>[number];

/**
 * The part of the build that resolves "composes" parses the other file without its name. Only addresses would need the
 * right one, as they are relative to their file: so the composing file stands for it, and an address is refused.
 */
export const nameComposedRules: PostcssPlugin = {
  postcssPlugin: 'name-composed-rules',
  OnceExit: (root) => {
    root.walk((node) => {
      if (node.source?.input.file) return;
      if (node.type === 'decl' && /url\(|image-set\(/.test(node.value)) {
        throw node.error(
          'A rule that others compose can name no address: it would be sought beside the other file.',
        );
      }
      if (root.source) node.source = root.source;
    });
  },
};
