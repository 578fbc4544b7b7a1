/**
 * What servers say of the limits on the rate of requests and tokens.
 *
 * <p>Not here: how header fields are read ({@code io.sluice.wire}), and how a client keeps to the
 * limits.
 */
@NullMarked
package io.sluice.limit;

import org.jspecify.annotations.NullMarked;
