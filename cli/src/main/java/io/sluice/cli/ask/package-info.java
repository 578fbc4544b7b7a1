/**
 * {@code sluice ask}: streams one answer.
 *
 * <p>Not here: what other commands that send a request need too, which is in {@code run}.
 */
@NullMarked
package io.sluice.cli.ask;

import org.jspecify.annotations.NullMarked;
