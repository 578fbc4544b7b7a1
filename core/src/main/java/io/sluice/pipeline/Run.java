package io.sluice.pipeline;

import java.util.concurrent.CompletionStage;

/** A pipeline under way. Thread-safe. */
public interface Run {

  /**
   * Stops the stream. Returns at once, from any thread, at any moment, also twice or after the end;
   * the sinks get the text so far, marked as stopped.
   */
  void stop();

  /**
   * How it ended: completed once, always normally, after the last sink was closed. Actions added
   * before that run on the thread that called the sinks.
   *
   * <p>Each call returns a stage of its own. A future of it, or of a stage derived from it, that is
   * cancelled, times out ({@code orTimeout}) or is completed by other code stops the run, as {@link
   * #stop()} does; the stage that another call returns then says how it ended.
   */
  CompletionStage<PipelineResult> result();
}
