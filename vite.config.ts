/** Builds each window into a folder of its own, `.build/renderer/<window>`, that needs nothing outside it: no inline code, no other address. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite';
import { packagesIn } from './build/desktop/packages-in.ts';

const root = join(import.meta.dirname, 'renderer');

function windowConfig(name: string): InlineConfig {
  const assets = `${name}/assets/[name]-[hash]`;
  return {
    root,
    base: './',
    publicDir: false,
    // The page may be served as `/`: it names its files from where it stands, not from the folder of all windows.
    experimental: {
      renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `./${file.slice(name.length + 1)}` : { relative: true }),
    },
    // Class names hang on where a component lies: below this folder, not below the one the build was started in.
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true, rootDir: import.meta.dirname } }), nameItsPackages(name)],
    build: {
      outDir: join(import.meta.dirname, '.build', 'renderer'),
      // The other window lies beside it; build/bundle.ts empties the folder.
      emptyOutDir: false,
      target: 'es2024',
      // Everything is a file: the policy allows no `data:` code and no inline style.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: join(root, name, 'index.html'),
        output: { entryFileNames: `${assets}.js`, chunkFileNames: `${assets}.js`, assetFileNames: `${assets}[extname]` },
      },
    },
  };
}

/** Leaves `<window>.packages.json` beside the window's folder: what `npm run package:check` compares with the list of what may ship. */
function nameItsPackages(name: string): Plugin {
  return {
    name: 'lotse:packages',
    apply: 'build',
    writeBundle({ dir }, output) {
      writeFileSync(join(dir ?? '', `${name}.packages.json`), JSON.stringify(packagesIn(Object.values(output))));
    },
  };
}

/** Builds the further windows once the first one stands, into the same folder. */
function alsoBuild(names: readonly string[]): Plugin {
  let outDir = '';
  return {
    name: 'lotse:further-windows',
    apply: 'build',
    configResolved: (config) => {
      ({ outDir } = config.build);
    },
    async closeBundle() {
      for (const name of names.filter((one) => existsSync(join(root, one, 'index.html')))) {
        const config = windowConfig(name);
        await build({ ...config, build: { ...config.build, outDir }, configFile: false, logLevel: 'error' });
      }
    },
  };
}

const office = windowConfig('office');

export default defineConfig({ ...office, plugins: [...(office.plugins ?? []), alsoBuild(['centre'])] });
