/**
 * What {@code --record} and {@code inspect --raw} keep: the bytes of an answer as they came.
 *
 * <p>Not here: playing them again, which is {@code replay}.
 */
@NullMarked
package io.sluice.cli.record;

import org.jspecify.annotations.NullMarked;
