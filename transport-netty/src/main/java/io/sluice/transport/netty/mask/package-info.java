/**
 * Finds an API key in what a server sends, however it is written and wherever it is cut, and masks
 * it.
 *
 * <p>Not here: what is done with the text afterwards.
 */
@NullMarked
package io.sluice.transport.netty.mask;

import org.jspecify.annotations.NullMarked;
