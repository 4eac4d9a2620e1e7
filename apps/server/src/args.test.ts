import { expect, test } from 'vitest';
import { parseArgs } from './args.ts';

const parse = (line: string) => parseArgs(line.split(' ').filter(Boolean), '/home/lab');
const messageOf = (line: string): string => {
  const command = parse(line);
  return command.kind === 'mistake' ? command.message : command.kind;
};

test('without options it serves on the usual port, on this computer, from the folder it was started in', () => {
  expect(parse('')).toEqual({
    kind: 'serve',
    settings: { port: 4100, host: '127.0.0.1', data: '/home/lab/.tidylab/data' },
  });
});

test('options are taken with a space or an equals sign', () => {
  const settings = { port: 0, host: '::1', data: '/srv/x', web: '/home/lab/dist', scenario: 'lab' };
  expect(parse('--port 0 --host ::1 --data /srv/x --web dist --scenario lab')).toEqual({ kind: 'serve', settings });
  expect(parse('--port=0 --host=::1 --data=/srv/x --web=dist --scenario=lab')).toEqual({ kind: 'serve', settings });
});

test('the demo has a folder of its own, and no other scenario beside it', () => {
  const settings = { port: 4100, host: '127.0.0.1', data: '/home/lab/.tidylab/demo', scenario: 'demo' };
  expect(parse('--demo')).toEqual({ kind: 'serve', settings });
  expect(parse('--demo --data /srv/x')).toEqual({ kind: 'serve', settings: { ...settings, data: '/srv/x' } });
  expect(messageOf('--demo --scenario lab')).toContain('not both');
  expect(messageOf('--demo --host 0.0.0.0')).toContain('without TLS');
});

test.each([
  ['--prot 1', 'no option --prot'],
  ['serve', 'no option serve'],
  ['--port', '--port needs a value'],
  ['--port --web x', '--port needs a value'],
  ['--port 70000', 'not a port'],
  ['--port -1', 'not a port'],
  ['--scenario hospital', 'no scenario hospital'],
  ['--host 0.0.0.0', 'without TLS'],
  ['--host 192.168.1.4', 'without TLS'],
  ['--host lab.example.org', 'without TLS'],
  ['--host 127.0.0.1.example.org', 'without TLS'],
])('%s is answered with what is wrong', (line, part) => expect(messageOf(line)).toContain(part));

test('help and version win over the rest', () => {
  expect(parse('--port 1 --help').kind).toBe('help');
  expect(parse('--version').kind).toBe('version');
});
