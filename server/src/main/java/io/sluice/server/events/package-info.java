/**
 * The lines of runs as event streams, each viewer at its own pace.
 *
 * <p>Not here: the runs themselves.
 */
@NullMarked
package io.sluice.server.events;

import org.jspecify.annotations.NullMarked;
