/**
 * Turns the bytes of a body into {@code WireEvent}s: event streams, lines of JSON, and whole
 * documents.
 *
 * <p>Not here: HTTP, and the meaning of the events.
 */
@NullMarked
package io.sluice.transport.netty.body;

import org.jspecify.annotations.NullMarked;
