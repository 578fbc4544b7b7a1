/**
 * What the test of a sink extends or calls: the duties of a sink as runnable checks, and the
 * streams that exercise them.
 *
 * <p>Not here: tests of Sluice's own modules.
 */
@NullMarked
package io.sluice.testkit;

import org.jspecify.annotations.NullMarked;
