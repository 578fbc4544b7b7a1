/**
 * What stands between a stream and its sinks and shapes what they get: the stage, how one is made
 * from options, and the chain that calls stages.
 *
 * <p>Not here: the stages that Sluice brings (the artifact {@code sluice-stages}), and the
 * pipelines that use them ({@code io.sluice.pipeline}).
 */
@NullMarked
package io.sluice.stage;

import org.jspecify.annotations.NullMarked;
