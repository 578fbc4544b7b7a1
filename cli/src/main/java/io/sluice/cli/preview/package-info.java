/**
 * Dry runs: requests that are shown, with their tokens and their price, and not sent.
 *
 * <p>Not here: how a request is made and written, which is in {@code run} and in the dialects.
 */
@NullMarked
package io.sluice.cli.preview;

import org.jspecify.annotations.NullMarked;
