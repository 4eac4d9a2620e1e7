import { expect, test } from 'vitest';
import { controlsOf } from './camera-controls.ts';
import { cameraFailure, openCamera } from './open-camera.ts';

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['SecurityError', 'insecure'],
  ['TypeError', 'failed'],
])('%s means %s', (name, code) => {
  expect(cameraFailure(Object.assign(new Error('camera'), { name }))).toBe(code);
});

test('what is no error object is a failure without a name', () => {
  expect(cameraFailure('NotAllowedError')).toBe('failed');
});

test('a page without a secure context is told so before anything is asked', async () => {
  expect(await openCamera()).toEqual({ ok: false, code: 'insecure' });
});

const fakeTrack = (capabilities: object, refuses = false) => {
  const applied: unknown[] = [];
  const track = {
    getCapabilities: () => capabilities,
    applyConstraints: (constraints: MediaTrackConstraints) => {
      applied.push(constraints.advanced?.[0]);
      return refuses ? Promise.reject(new Error('no')) : Promise.resolve();
    },
  };
  return { track: track as unknown as MediaStreamTrack, applied };
};

test('zoom stays inside what the camera can do', async () => {
  const { track, applied } = fakeTrack({ zoom: { min: 1, max: 4, step: 0.5 } });
  const controls = controlsOf(track);
  expect(controls.zoom).toEqual({ min: 1, max: 4, step: 0.5 });
  await controls.setZoom(9);
  await controls.setZoom(0);
  expect(applied).toEqual([{ zoom: 4 }, { zoom: 1 }]);
});

test('a camera without torch and zoom is not asked for them', async () => {
  const { track, applied } = fakeTrack({});
  const controls = controlsOf(track);
  expect([controls.hasTorch, controls.zoom]).toEqual([false, undefined]);
  expect(await controls.setTorch(true)).toBe(false);
  expect(await controls.setZoom(2)).toBe(false);
  expect(applied).toEqual([]);
});

test('a torch that does not obey is a value, not an exception', async () => {
  expect(await controlsOf(fakeTrack({ torch: true }, true).track).setTorch(true)).toBe(false);
  expect(await controlsOf(fakeTrack({ torch: true }).track).setTorch(true)).toBe(true);
});
