/**
 * The bytes of a body turned into {@code WireEvent}s: event streams, lines of JSON, and bodies in
 * one piece.
 *
 * <p>Not here: HTTP, and what the events mean.
 */
@NullMarked
package io.sluice.transport.netty.body;

import org.jspecify.annotations.NullMarked;
