package io.sluice.pipeline;

import io.sluice.context.ContextPropagation.Captured;
import io.sluice.stage.StageTimer;
import io.sluice.stream.StreamOptions;

/**
 * What holds for one run besides its source and its sinks.
 *
 * @param stream how its source is opened
 * @param own what this run has that others have not
 * @param timer the clock of stages and of silence
 * @param caller the context of the thread that started it
 */
record RunTerms(StreamOptions stream, RunOptions own, StageTimer timer, Captured caller) {}
