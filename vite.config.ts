import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/**/*.test.{ts,mjs}', 'apps/*/src/**/*.test.{ts,tsx}', 'e2e/camera/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
