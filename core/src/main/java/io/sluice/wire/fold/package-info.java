/**
 * How a dialect makes chunks of JSON objects, and messages of requests of what was kept of an
 * answer. What all dialects share below that is in {@code io.sluice.wire}.
 */
@NullMarked
package io.sluice.wire.fold;

import org.jspecify.annotations.NullMarked;
