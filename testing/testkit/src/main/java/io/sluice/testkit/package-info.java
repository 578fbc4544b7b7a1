/**
 * Test support for sinks and stages: their duties as runnable tests, and streams that exercise
 * them.
 *
 * <p>Not here: tests of Sluice's own modules.
 */
@NullMarked
package io.sluice.testkit;

import org.jspecify.annotations.NullMarked;
