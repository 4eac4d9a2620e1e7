import { expect, test } from 'vitest';
import { checkNode, cleanEnvironment } from './environment.mjs';

test('Node 20.11 and everything newer is accepted', () => {
  for (const version of ['20.11.0', '20.20.2', '22.0.0', '24.1.0']) expect(() => checkNode(version)).not.toThrow();
});

test('an older Node is refused with the version to install', () => {
  for (const version of ['18.20.0', '20.10.9']) expect(() => checkNode(version)).toThrow(/needs Node 20\.11 or newer/);
});

test("npm's account of the running script does not reach pnpm, its settings do", () => {
  const env = cleanEnvironment({
    npm_package_name: 'a',
    npm_lifecycle_event: 'start',
    npm_config_cache: 'c',
    HOME: 'h',
  });
  expect(env).toMatchObject({ npm_config_cache: 'c', HOME: 'h', npm_config_manage_package_manager_versions: 'false' });
  expect(Object.keys(env).filter((name) => /package_name|lifecycle/.test(name))).toEqual([]);
});
