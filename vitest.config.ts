import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Two builds of a whole page with real fonts take seconds on a small machine.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
