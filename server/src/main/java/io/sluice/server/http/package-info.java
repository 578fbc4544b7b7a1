/**
 * What is asked and what is answered, without sockets.
 *
 * <p>Not here: how either gets to the wire ({@code front}).
 */
@NullMarked
package io.sluice.server.http;

import org.jspecify.annotations.NullMarked;
