// Testing Library cleans up by itself only where `afterEach` is a global, and our tests import theirs.
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// Only against hanging: a screen's code is compiled when it is first loaded, which takes a busy machine seconds.
configure({ asyncUtilTimeout: 15_000 });
