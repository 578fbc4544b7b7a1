/**
 * Finds secrets in a text that still grows: which kinds there are, where each begins and ends, and
 * the filter that replaces them.
 *
 * <p>Not here: chunks and stages ({@code io.sluice.stages}).
 */
@NullMarked
package io.sluice.stages.secret;

import org.jspecify.annotations.NullMarked;
