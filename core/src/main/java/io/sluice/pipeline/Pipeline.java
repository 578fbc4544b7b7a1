package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.Sink;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** One stream in, many sinks out. Thread-safe; runs any number of requests, also at once. */
public interface Pipeline {

  /**
   * Streams the answer into the sinks, on the caller's thread. An interrupt acts as a stop; the
   * flag is set again before this returns or throws.
   *
   * @throws StreamException unless COMPLETED; what sinks threw is suppressed in it
   * @throws IllegalStateException if a sink was given for one run and has had it
   */
  PipelineResult run(ChatRequest request);

  /**
   * Streams the answer into the sinks, on the pipeline's executor. Returns before any sink is
   * opened.
   *
   * @throws IllegalStateException if a sink was given for one run and has had it
   */
  Run start(ChatRequest request);

  /** Assembles a pipeline. Mutable; for one thread. */
  interface Builder {

    /** Adds a sink for one run; a second run refuses, naming the sink. */
    Builder to(String name, Sink sink);

    /** Adds a sink that is made anew for each run. */
    Builder to(String name, Supplier<? extends Sink> sinks);

    /** Of the sink named last: if it does not open, it is retired instead of ending the run. */
    Builder optional();

    /**
     * Of the sink named last: it gets its own thread and a queue of {@code capacity} chunks, so
     * that it slows the others only by {@link Overflow#BLOCK}.
     */
    Builder buffered(int capacity, Overflow overflow);

    /** How requests are sent and awaited. */
    Builder options(StreamOptions options);

    /**
     * Where {@link Pipeline#start} calls the sinks: virtual threads from JDK 24 if none is given,
     * daemon threads that die when idle before that.
     */
    Builder executor(Executor executor);

    /**
     * The pipeline.
     *
     * @throws IllegalArgumentException if two sinks share a name
     */
    Pipeline build();
  }
}
