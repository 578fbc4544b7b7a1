/**
 * Recorded answers of providers, which stay outside the project, as tests of its own dialects.
 *
 * <p>Not here: what every author of a dialect tests ({@code io.sluice.testkit}).
 */
@NullMarked
package io.sluice.recorded;

import org.jspecify.annotations.NullMarked;
