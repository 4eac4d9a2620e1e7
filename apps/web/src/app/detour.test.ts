import { expect, test } from 'vitest';
import { detour } from './detour.ts';

test('a server without a lab leads everybody to setup, and keeps the code of the address', () => {
  expect(detour('setup', '/items', '/items', undefined)).toEqual({ to: '/setup', search: { to: '/items' } });
  expect(detour('setup', '/setup', '/setup?code=AB12', undefined)).toBeNull();
});

test('who is signed out is led to the door, which remembers where they were going', () => {
  expect(detour('signed-out', '/c/ABC', '/c/ABC?x=1', undefined)).toEqual({
    to: '/sign-in',
    search: { to: '/c/ABC?x=1' },
  });
  expect(detour('signed-out', '/', '/', undefined)).toEqual({ to: '/sign-in', search: {} });
});

test('a door is no place to go back to', () => {
  expect(detour('signed-out', '/setup', '/setup?code=AB12', undefined)).toEqual({ to: '/sign-in', search: {} });
});

test('who is signed in goes on to where they were going', () => {
  expect(detour('ready', '/sign-in', '/sign-in?to=/items', '/items')).toEqual({ href: '/items' });
  expect(detour('ready', '/items', '/items', undefined)).toBeNull();
});

test('nobody is led to another host', () => {
  for (const to of ['https://example.org', '//example.org', '/\\\\example.org', 7, undefined]) {
    expect(detour('ready', '/sign-in', '/sign-in', to)).toEqual({ href: '/' });
  }
});

test('joining with a code is open at the door and inside, but not before there is a lab', () => {
  expect(detour('signed-out', '/join', '/join?code=A', undefined)).toBeNull();
  expect(detour('ready', '/join', '/join?code=A', undefined)).toBeNull();
  expect(detour('setup', '/join', '/join?code=A', undefined)).toMatchObject({ to: '/setup' });
});
