/**
 * Finds an API key in the bytes that a server sends, in any spelling and across reads, and masks
 * it.
 *
 * <p>Not here: the use of the masked text.
 */
@NullMarked
package io.sluice.transport.netty.mask;

import org.jspecify.annotations.NullMarked;
