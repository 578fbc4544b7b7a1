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
   */
  CompletionStage<PipelineResult> result();
}
