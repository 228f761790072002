/** The PCs Lotse is packaged for, and what of the native packages each of them needs: one binary per package, nothing else. */
export const platforms = ['win32-x64', 'linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'] as const;
export type Platform = (typeof platforms)[number];

/** Throws RangeError for a platform nothing is packaged for, such as Linux with musl: Electron has no build for it. */
export function parsePlatform(name: string): Platform {
  const found = platforms.find((one) => one === name);
  if (found === undefined) throw new RangeError(`unknown platform ${name}; there are ${platforms.join(', ')}`);
  return found;
}

export function thisPlatform(): Platform {
  return parsePlatform(`${process.platform}-${process.arch}`);
}

/** A package that stays a folder of `node_modules` in the program, because it holds a binary that no bundler can take in. */
export interface KeptPackage {
  readonly name: string;
  /** Files that go along beside package.json and licence; `/` at the end takes the whole folder. */
  readonly files: readonly string[];
  /** What `import` of the package reaches, where the package itself would look for the platform first. */
  readonly main?: string;
}

/** better-sqlite3 asks the system which binary to take; the entry made for one platform names its file. */
function sqlite(platform: Platform): KeptPackage {
  return {
    name: 'better-sqlite3',
    files: ['lib/database.js', 'lib/sqlite-error.js', 'lib/util.js', 'lib/methods/', `lib/${platform}.js`, `prebuilds/${platform}.node`],
    main: `./lib/${platform}.js`,
  };
}

/** Typst as native code where its package has a build, elsewhere as WebAssembly. */
const typst: Readonly<Record<'native' | 'wasm', readonly KeptPackage[]>> = {
  native: [
    { name: '@myriaddreamin/typst-ts-node-compiler', files: ['index.js', 'index-napi.js'] },
    { name: '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu', files: ['typst-ts-node-compiler.linux-x64-gnu.node'] },
  ],
  wasm: [
    {
      name: '@myriaddreamin/typst-ts-web-compiler',
      files: ['pkg/typst_ts_web_compiler.mjs', 'pkg/wasm-pack-shim.mjs', 'pkg/typst_ts_web_compiler_bg.wasm'],
    },
  ],
};

export function keptPackages(platform: Platform): readonly KeptPackage[] {
  return [sqlite(platform), ...typst[platform === 'linux-x64' ? 'native' : 'wasm']];
}
