/**
 * How what a thread knows, such as a trace or a logging context, reaches the calls of sinks and
 * stages, which come on other threads.
 *
 * <p>Not here: the pipelines that use it ({@code io.sluice.pipeline}).
 */
@NullMarked
package io.sluice.context;

import org.jspecify.annotations.NullMarked;
