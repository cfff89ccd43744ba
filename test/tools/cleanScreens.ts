// Testing Library cleans up by itself only where `afterEach` is a global, and our tests import theirs.
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);
